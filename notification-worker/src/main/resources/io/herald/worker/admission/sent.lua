-- Notes what went out. ARGV[1] and [2]: how long notes on messages and on replace keys live, in
-- milliseconds; then two for each message: its id at Telegram, or empty; and when the answer came
-- late, the interval of its chat's bucket in microseconds, else empty. KEYS: three for each: its
-- claim, its replace key, its chat's budget; the latter two are the claim again when not needed.
local call, match, format = redis.call, string.match, string.format
local now

-- Telegram may have counted the call as late as this.
local function answered(key, interval)
  if not now then
    local time = call('TIME')
    now = time[1] * 1000000 + time[2]
  end
  local calls, edits = match(call('GET', key) or '0', '^(%d+):?(%d*)$')
  if tonumber(calls) < now + interval then
    local full = format('%.0f', now + interval)
    local lasts = math.max(now + interval, tonumber(edits) or 0) - now
    call('SET', key, edits == '' and full or full .. ':' .. edits, 'PX',
      format('%.0f', math.floor(lasts / 1000) + 10000))
  end
end

for i = 3, #ARGV, 2 do
  local id, claim, replaces = ARGV[i], (i - 3) / 2 * 3 + 1, (i - 3) / 2 * 3 + 2
  call('SET', KEYS[claim], id == '' and 'sent' or 'sent:' .. id, 'PX', ARGV[1])
  if id ~= '' and KEYS[replaces] ~= KEYS[claim] then
    call('SET', KEYS[replaces], id, 'PX', ARGV[2])
  end
  if ARGV[i + 1] ~= '' then
    answered(KEYS[claim + 2], tonumber(ARGV[i + 1]))
  end
end
return redis.status_reply('OK')
