-- KEYS: ids. ARGV: milliseconds that a claim is kept, then a fingerprint for each id.
-- One letter for each id: n for a new claim, s for one of the same notification, o for another's.
local found = {}
for i, key in ipairs(KEYS) do
  local fingerprint = ARGV[i + 1]
  if redis.call('SET', key, fingerprint, 'NX', 'PX', ARGV[1]) then
    found[i] = 'n'
  elseif redis.call('GET', key) == fingerprint then
    found[i] = 's'
  else
    found[i] = 'o'
  end
end
return table.concat(found)
