-- Lets a job into the queue, if it is new and there is room: the place is kept until its event comes.
-- KEYS: index, queue, reserved. ARGV: prefix of jobs' keys, id, most that wait.
-- Answers 'unknown' while the index is incomplete, 'known', 'full', or the place.
if redis.call('EXISTS', ARGV[1] .. ARGV[2]) == 1 then
  return 'known'
end
if redis.call('HEXISTS', KEYS[1], 'complete') == 0 then
  return 'unknown'
end
local now = tonumber(redis.call('TIME')[1])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
local isMine = redis.call('ZSCORE', KEYS[3], ARGV[2])
local waiting = redis.call('ZCARD', KEYS[2]) + redis.call('ZCARD', KEYS[3]) - (isMine and 1 or 0)
if waiting >= tonumber(ARGV[3]) then
  return 'full'
end
redis.call('ZADD', KEYS[3], now + 60, ARGV[2])
return tostring(waiting + 1)
