-- Finds jobs that wait at another place than was told.
-- KEYS: index, queue. ARGV: prefix of jobs' keys.
-- Answers the last event of each, and its place; 1 is the next.
local answer = {}
if redis.call('HEXISTS', KEYS[1], 'complete') == 0 then
  return answer
end
for place, id in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  local json = redis.call('HGET', ARGV[1] .. id, 'json')
  if json and cjson.decode(json).position ~= place then
    answer[#answer + 1] = json
    answer[#answer + 1] = tostring(place)
  end
end
return answer
