-- Uses a token up, but for the same cause. KEYS: token. ARGV: cause. Answers the user.
local held = redis.call('HMGET', KEYS[1], 'user', 'cause')
if not held[1] or (held[2] and held[2] ~= ARGV[1]) then
  return false
end
redis.call('HSET', KEYS[1], 'cause', ARGV[1])
return held[1]
