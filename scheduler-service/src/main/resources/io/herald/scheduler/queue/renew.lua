-- Renews the leases of what an executor runs, also those that Redis forgot.
-- KEYS: queue, running, leases, holders. ARGV: prefix of jobs' keys, executor, milliseconds of a
-- lease, then ids and attempts.
-- Answers for each 'ok', 'cancel' when it is to end, or 'lost' when it is another's or over.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answer = {}
for i = 4, #ARGV, 2 do
  local id = ARGV[i]
  local holder = redis.call('HGET', KEYS[4], id)
  local held = redis.call('HMGET', ARGV[1] .. id, 'state', 'attempt', 'since')
  local isOver = held[1] == 'COMPLETED' or held[1] == 'FAILED' or held[1] == 'CANCELLED'
  if isOver or (holder and holder ~= ARGV[2])
    or (held[2] and tonumber(held[2]) > tonumber(ARGV[i + 1])) then
    answer[#answer + 1] = 'lost'
  else
    redis.call('ZREM', KEYS[1], id)
    redis.call('ZADD', KEYS[2], held[3] or now, id)
    redis.call('ZADD', KEYS[3], now + ARGV[3], id)
    redis.call('HSET', KEYS[4], id, ARGV[2])
    answer[#answer + 1] = held[1] == 'CANCELLING' and 'cancel' or 'ok'
  end
end
return answer
