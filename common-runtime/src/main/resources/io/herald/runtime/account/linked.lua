-- A page of the accounts that are linked, in the order of their users. KEYS: index, linked users.
-- ARGV: prefix of accounts' keys, where the range begins, most of them.
-- Answers first whether the index is complete, then JSON.
local answer = {tostring(redis.call('HEXISTS', KEYS[1], 'complete'))}
for _, user in ipairs(redis.call('ZRANGEBYLEX', KEYS[2], ARGV[2], '+', 'LIMIT', 0, ARGV[3])) do
  answer[#answer + 1] = redis.call('HGET', ARGV[1] .. user, 'json')
end
return answer
