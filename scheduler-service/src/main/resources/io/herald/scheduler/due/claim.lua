-- Claims schedules that are due, the most overdue first: until the lease is over nobody else looks at them.
-- KEYS: index, due, all. ARGV: prefixes of definitions' and states' keys, now and the end of the lease in
-- milliseconds, most of them.
-- Answers how many schedules there are, how many are due now besides those that are claimed, and when to
-- look again ('' when nothing waits); then for each claimed one the record that it came from, its due time
-- ('' when it is over), and its JSON. Nothing at all while the index is incomplete: what was fired
-- before would be fired again.
if redis.call('HEXISTS', KEYS[1], 'complete') == 0 then
  return {}
end
local answer = {tostring(redis.call('ZCARD', KEYS[3])), '0', ''}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[3], 'LIMIT', 0, ARGV[5])) do
  local json = redis.call('GET', ARGV[1] .. id)
  local state = redis.call('HMGET', ARGV[2] .. id, 'at', 'due')
  if json and state[1] then
    redis.call('ZADD', KEYS[2], ARGV[4], id)
    answer[#answer + 1] = state[1]
    answer[#answer + 1] = state[2] or ''
    answer[#answer + 1] = json
  else
    redis.call('ZREM', KEYS[2], id)
  end
end
answer[2] = tostring(redis.call('ZCOUNT', KEYS[2], '-inf', ARGV[3]))
local first = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
answer[3] = first[2] or ''
return answer
