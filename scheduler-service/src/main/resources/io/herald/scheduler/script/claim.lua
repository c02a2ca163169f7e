-- Claims the word for a job, unless another's claim holds. The same job may claim again, for longer.
-- KEYS: the cooldown. ARGV: job, milliseconds; 0 only looks.
-- Answers the milliseconds that another's claim still holds; 0 when there is none.
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return math.max(0, redis.call('PTTL', KEYS[1]))
end
if tonumber(ARGV[2]) > 0 then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return 0
