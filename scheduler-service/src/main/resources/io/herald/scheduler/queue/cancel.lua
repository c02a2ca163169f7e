-- Finds what has to be done to end a job; one that waits is not begun any more.
-- KEYS: index, queue, running. ARGV: prefix of jobs' keys, id.
-- Answers 'unknown' while the index is incomplete, 'none', 'over' when it ends anyway, or 'waits' or
-- 'runs' and the last event.
local held = redis.call('HMGET', ARGV[1] .. ARGV[2], 'json', 'state')
if redis.call('HEXISTS', KEYS[1], 'complete') == 0 then
  return {'unknown'}
elseif not held[1] then
  return {'none'}
elseif held[2] == 'COMPLETED' or held[2] == 'FAILED' or held[2] == 'CANCELLED'
  or held[2] == 'CANCELLING' then
  return {'over'}
elseif redis.call('ZSCORE', KEYS[3], ARGV[2]) then
  return {'runs', held[1]}
end
redis.call('ZREM', KEYS[2], ARGV[2])
return {'waits', held[1]}
