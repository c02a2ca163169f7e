-- Takes what is due, and leases it: it counts as due again later, should its taker not come to an end.
-- KEYS[1] due times, KEYS[2] what is published then, KEYS[3] how far the index is, KEYS[4] since when it is
-- complete; ARGV[1] now, ARGV[2] end of the lease, ARGV[3] how many at most, ARGV[4] how long an index that has
-- just become complete gives nothing out (all ms).
-- Answers how many wait in all, and then key and what is published, in turns.
local answer = { tostring(redis.call('ZCARD', KEYS[1])) }
-- While the index is built, what has ended long ago may be in it, and its end not yet.
if redis.call('HEXISTS', KEYS[3], 'complete') == 0 then
  return answer
end
-- Leases are lost with the index: what was under way then gets the time to end.
redis.call('SET', KEYS[4], ARGV[1], 'NX')
if tonumber(ARGV[1]) < tonumber(redis.call('GET', KEYS[4])) + tonumber(ARGV[4]) then
  return answer
end
for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])) do
  local waiting = redis.call('HGET', KEYS[2], key)
  if waiting then
    redis.call('ZADD', KEYS[1], ARGV[2], key)
    answer[#answer + 1] = key
    answer[#answer + 1] = waiting
  else
    redis.call('ZREM', KEYS[1], key)
  end
end
return answer
