-- Sets when schedules are due next, unless they were changed, deleted, or brought on by another meanwhile.
-- KEYS: due. ARGV: prefix of states' keys; then for each: id, the record that it came from, its due time,
-- the next due time ('' when there is none), and when to look at it.
for i = 2, #ARGV, 5 do
  local id, state = ARGV[i], ARGV[1] .. ARGV[i]
  local held = redis.call('HMGET', state, 'at', 'due')
  if held[1] == ARGV[i + 1] and held[2] == ARGV[i + 2] then
    if ARGV[i + 3] ~= held[2] then
      redis.call('HSET', state, 'due', ARGV[i + 3])
    end
    redis.call('ZADD', KEYS[1], ARGV[i + 4], id)
  end
end
return 1
