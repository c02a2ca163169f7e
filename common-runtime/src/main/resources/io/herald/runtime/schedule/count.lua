-- How much is scheduled. KEYS: index, due, all. ARGV: prefixes of states' and minutes' keys, milliseconds
-- that it is now, milliseconds that something may wait without being behind.
-- Answers whether the index is complete; how many schedules there are, are not paused, are due, and are
-- behind; since when the first of those due waits, the next due time ('' when there is none of them); and
-- how many runs there were in the last hour.
local AHEAD = 100
local now = tonumber(ARGV[3])
local due = redis.call('ZRANGE', KEYS[2], '-inf', now, 'BYSCORE', 'LIMIT', 0, 1, 'WITHSCORES')

-- What is not due any more lies there too, to be deleted at its time.
local function next()
  local ids = redis.call('ZRANGE', KEYS[2], '(' .. now, '+inf', 'BYSCORE', 'LIMIT', 0, AHEAD)
  for _, id in ipairs(ids) do
    local at = redis.call('HGET', ARGV[1] .. id, 'due')
    if at and at ~= '' and tonumber(at) > now then
      return at
    end
  end
  return ''
end

local runs = 0
local minute = math.floor(now / 60000)
for back = 0, 59 do
  runs = runs + (redis.call('GET', ARGV[2] .. (minute - back)) or 0)
end

return {
  tostring(redis.call('HEXISTS', KEYS[1], 'complete')),
  tostring(redis.call('ZCARD', KEYS[3])),
  tostring(redis.call('ZCARD', KEYS[2])),
  tostring(redis.call('ZCOUNT', KEYS[2], '-inf', now)),
  tostring(redis.call('ZCOUNT', KEYS[2], '-inf', now - ARGV[4])),
  due[2] or '',
  next(),
  tostring(runs),
}
