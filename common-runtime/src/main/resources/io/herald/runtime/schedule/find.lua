-- Schedules as they stand. KEYS: index, a sorted set of ids ('' when one is asked for). ARGV: prefixes of
-- definitions', states' and runs' keys; the id that is asked for, or where the range begins; most of them.
-- Answers whether the index is complete, and then JSON, next due time ('' when there is none) and the
-- last run ('' when there was none) in turns.
local answer = {tostring(redis.call('HEXISTS', KEYS[1], 'complete'))}
local ids = {ARGV[4]}
if ARGV[5] then
  ids = redis.call('ZRANGEBYLEX', KEYS[2], ARGV[4], '+', 'LIMIT', 0, ARGV[5])
end
for _, id in ipairs(ids) do
  local json = redis.call('GET', ARGV[1] .. id)
  if json then
    answer[#answer + 1] = json
    answer[#answer + 1] = redis.call('HGET', ARGV[2] .. id, 'due') or ''
    answer[#answer + 1] = redis.call('LINDEX', ARGV[3] .. id, 0) or ''
  end
end
return answer
