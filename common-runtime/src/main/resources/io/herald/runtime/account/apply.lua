-- Brings one record of an account into the index, unless the index holds a newer one.
-- KEYS: account, linked users, and the chat that is linked if one is.
-- ARGV: user, partition, offset, milliseconds, JSON; no JSON: the account was deleted.
local at = redis.call('HGET', KEYS[1], 'at')
if at then
  local partition, offset, millis = string.match(at, '^(%d+):(%d+):(%d+)$')
  if partition == ARGV[2] then
    if tonumber(offset) >= tonumber(ARGV[3]) then
      return 0
    end
  elseif tonumber(millis) > tonumber(ARGV[4]) then
    -- Its topic was given partitions, and the key moved: offsets say nothing then.
    return 0
  end
end
local before = redis.call('HGET', KEYS[1], 'chat')
if before and before ~= KEYS[3] and redis.call('GET', before) == ARGV[1] then
  redis.call('DEL', before)
end
redis.call('HSET', KEYS[1], 'at', ARGV[2] .. ':' .. ARGV[3] .. ':' .. ARGV[4])
if ARGV[5] == '' then
  redis.call('HDEL', KEYS[1], 'json')
else
  redis.call('HSET', KEYS[1], 'json', ARGV[5])
end
if KEYS[3] then
  redis.call('HSET', KEYS[1], 'chat', KEYS[3])
  redis.call('SET', KEYS[3], ARGV[1])
  redis.call('ZADD', KEYS[2], 0, ARGV[1])
else
  redis.call('HDEL', KEYS[1], 'chat')
  redis.call('ZREM', KEYS[2], ARGV[1])
end
return 1
