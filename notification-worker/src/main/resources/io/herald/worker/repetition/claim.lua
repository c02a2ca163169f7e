-- Claims what a recipient is sent, for one notification.
-- KEYS[1] the dedupe key, KEYS[2] the cooldown; ARGV[1] the notification's id, ARGV[2] and ARGV[3] how long each holds in ms, 0: not asked for.
-- What the notification itself holds is no hindrance: it comes again after a crash.
local names = { 'duplicate', 'cooldown' }
for i, key in ipairs(KEYS) do
  if tonumber(ARGV[i + 1]) > 0 then
    local holder = redis.call('GET', key)
    if holder and holder ~= ARGV[1] then
      return names[i]
    end
  end
end
for i, key in ipairs(KEYS) do
  if tonumber(ARGV[i + 1]) > 0 then
    redis.call('SET', key, ARGV[1], 'NX', 'PX', ARGV[i + 1])
  end
end
return 'first'
