-- Takes what is due, and leases it: it counts as due again later, should its taker not come to an end.
-- KEYS[1] due times, KEYS[2] what is published then; ARGV[1] now, ARGV[2] end of the lease (ms), ARGV[3] how many at most.
-- Answers how many wait in all, and then key and what is published, in turns.
local answer = { redis.call('ZCARD', KEYS[1]) }
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
answer[1] = tostring(answer[1])
return answer
