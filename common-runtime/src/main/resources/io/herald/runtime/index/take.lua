-- Takes the lease of an index, if nobody else has it, and says how far the index is.
-- KEYS: lease, index. ARGV: reader, milliseconds of the lease, name for a build that begins.
-- Answers the index' fields and values, nothing while another reads.
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return {}
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
if redis.call('EXISTS', KEYS[2]) == 0 then
  redis.call('HSET', KEYS[2], 'build', ARGV[3])
end
return redis.call('HGETALL', KEYS[2])
