-- The history of a schedule. KEYS: index, runs.
-- Answers whether the index is complete, and then the runs, the newest first.
local answer = redis.call('LRANGE', KEYS[2], 0, -1)
table.insert(answer, 1, tostring(redis.call('HEXISTS', KEYS[1], 'complete')))
return answer
