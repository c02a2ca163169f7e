-- How far a job is. KEYS: index, queue. ARGV: prefix of jobs' keys, id.
-- Answers whether the index is complete; where there is the job, its last event and its place in the
-- queue, '0': it does not wait.
local json = redis.call('HGET', ARGV[1] .. ARGV[2], 'json')
if not json then
  return {tostring(redis.call('HEXISTS', KEYS[1], 'complete'))}
end
local rank = redis.call('ZRANK', KEYS[2], ARGV[2])
return {'1', json, tostring(rank and rank + 1 or 0)}
