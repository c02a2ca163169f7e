-- Brings records of accounts into the index, unless the index holds newer ones.
-- KEYS: linked users. ARGV: prefix of accounts' keys, then for each record: user, partition,
-- offset, milliseconds, JSON ('' when the account was deleted), key of its chat ('' when none).

local function isNewer(at, partition, offset, millis)
  local heldPartition, heldOffset, heldMillis = string.match(at, '^(%d+):(%d+):(%d+)$')
  if heldPartition == partition then
    return tonumber(offset) > tonumber(heldOffset)
  end
  -- The topic was given partitions, and the key moved: offsets say nothing then.
  return tonumber(millis) >= tonumber(heldMillis)
end

for i = 2, #ARGV, 6 do
  local user, json, chat = ARGV[i], ARGV[i + 4], ARGV[i + 5]
  local account = ARGV[1] .. user
  local held = redis.call('HMGET', account, 'at', 'chat')
  if not held[1] or isNewer(held[1], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]) then
    if held[2] and held[2] ~= chat and redis.call('GET', held[2]) == user then
      redis.call('DEL', held[2])
    end
    local at = ARGV[i + 1] .. ':' .. ARGV[i + 2] .. ':' .. ARGV[i + 3]
    if chat ~= '' then
      redis.call('HSET', account, 'at', at, 'json', json, 'chat', chat)
      redis.call('SET', chat, user)
      redis.call('ZADD', KEYS[1], 0, user)
    else
      redis.call('HSET', account, 'at', at, 'json', json)
      redis.call('HDEL', account, 'chat')
      redis.call('ZREM', KEYS[1], user)
    end
    if json == '' then
      redis.call('HDEL', account, 'json')
    end
  end
end
return 1
