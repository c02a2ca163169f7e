-- Counts an attempt. KEYS: attempts. ARGV: most of them, milliseconds.
-- Answers 0 when it may be made, otherwise the milliseconds that it is locked for.
local made = tonumber(redis.call('GET', KEYS[1]) or 0)
if made >= tonumber(ARGV[1]) then
  return math.max(1, redis.call('PTTL', KEYS[1]))
end
made = redis.call('INCR', KEYS[1])
if made == 1 or made == tonumber(ARGV[1]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 0
