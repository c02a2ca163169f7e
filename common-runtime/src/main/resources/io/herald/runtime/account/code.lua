-- Gives a chat a code. KEYS: what asked for it, the chat. ARGV: identity, milliseconds, prefix of
-- codes' keys, then codes to choose from. Answers nothing when none of them is free.
local given = redis.call('GET', KEYS[1])
if given then
  return given
end
for i = 4, #ARGV do
  if redis.call('SET', ARGV[3] .. ARGV[i], ARGV[1], 'NX', 'PX', ARGV[2]) then
    local earlier = redis.call('GET', KEYS[2])
    if earlier then
      redis.call('DEL', ARGV[3] .. earlier)
    end
    redis.call('SET', KEYS[2], ARGV[i], 'PX', ARGV[2])
    redis.call('SET', KEYS[1], ARGV[i], 'PX', ARGV[2])
    return ARGV[i]
  end
end
return false
