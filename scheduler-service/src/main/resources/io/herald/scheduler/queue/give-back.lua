-- Puts a job back that was taken and of which nobody was told that it began.
-- KEYS: queue, running, leases, holders. ARGV: prefix of jobs' keys, executor, id.
if redis.call('HGET', KEYS[4], ARGV[3]) ~= ARGV[2] then
  return 0
end
local held = redis.call('HMGET', ARGV[1] .. ARGV[3], 'since', 'state')
redis.call('ZREM', KEYS[2], ARGV[3])
redis.call('ZREM', KEYS[3], ARGV[3])
redis.call('HDEL', KEYS[4], ARGV[3])
if held[2] == 'QUEUED' then
  redis.call('ZADD', KEYS[1], held[1], ARGV[3])
end
return 1
