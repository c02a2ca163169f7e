-- How far jobs are. KEYS: index, queue, a sorted set of ids. ARGV: prefix of jobs' keys, 'newest' or
-- 'oldest' first, most of them.
-- Answers whether the index is complete, and then last event and place in the queue in turns, '0': it
-- does not wait.
local answer = {tostring(redis.call('HEXISTS', KEYS[1], 'complete'))}
local range = ARGV[2] == 'newest' and 'ZREVRANGE' or 'ZRANGE'
for _, id in ipairs(redis.call(range, KEYS[3], 0, ARGV[3] - 1)) do
  local json = redis.call('HGET', ARGV[1] .. id, 'json')
  if json then
    local rank = redis.call('ZRANK', KEYS[2], id)
    answer[#answer + 1] = json
    answer[#answer + 1] = tostring(rank and rank + 1 or 0)
  end
end
return answer
