-- Brings definitions of schedules into the index, unless it holds newer ones.
-- KEYS: due, all. ARGV: prefixes of definitions' (JSON), states' (hashes), runs' and owners' keys,
-- milliseconds that what is over is kept; then for each record: id, partition, offset, milliseconds of
-- the record, JSON ('' when the schedule was deleted), milliseconds of the change, mark of its timing,
-- owners (apart by a space), first due time and when to look at it ('' when there is none), whether it
-- is paused ('1').
local DAY = 24 * 3600

local function isNewer(at, partition, offset, millis)
  local heldPartition, heldOffset, heldMillis = string.match(at, '^(%d+):(%d+):(%d+)$')
  if heldPartition == partition then
    return tonumber(offset) > tonumber(heldOffset)
  end
  -- The topic was given partitions, and the key moved: offsets say nothing then.
  return tonumber(millis) >= tonumber(heldMillis)
end

local function own(owners, command, ...)
  for owner in string.gmatch(owners or '', '%S+') do
    redis.call(command, ARGV[4] .. owner, ...)
  end
end

local function remove(state, id, at, owners)
  own(owners, 'ZREM', id)
  redis.call('ZREM', KEYS[1], id)
  redis.call('ZREM', KEYS[2], id)
  redis.call('DEL', ARGV[1] .. id, state, ARGV[3] .. id)
  -- Older records may still come.
  redis.call('HSET', state, 'at', at)
  redis.call('EXPIRE', state, DAY)
end

-- When it is due: not at what was fired before, nor later because of a change while it was due.
local function due(held, changed, mark, first, look)
  local was, wasMark, ran, next, asked = held[3], held[4], held[5], held[6], held[7]
  local isFired = ran and (tonumber(ran) > changed or ran == first)
  if isFired or (asked and tonumber(asked) > changed) then
    if next == '' then
      return '', ''
    elseif tonumber(next) > tonumber(first) then
      return next, next
    end
  elseif was and was ~= '' and wasMark == mark and tonumber(was) <= changed
    and tonumber(was) < tonumber(first) then
    return was, was
  end
  return first, look
end

for i = 6, #ARGV, 11 do
  local id, json, changed = ARGV[i], ARGV[i + 4], ARGV[i + 5]
  local at = ARGV[i + 1] .. ':' .. ARGV[i + 2] .. ':' .. ARGV[i + 3]
  local state = ARGV[2] .. id
  local held = redis.call('HMGET', state, 'at', 'own', 'due', 'mark', 'ran', 'next', 'asked')
  if not held[1] or isNewer(held[1], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]) then
    if json == '' then
      remove(state, id, at, held[2])
    else
      local mark, owners, first, look = ARGV[i + 6], ARGV[i + 7], ARGV[i + 8], ARGV[i + 9]
      if first ~= '' then
        first, look = due(held, tonumber(changed), mark, first, look)
      end
      if held[2] and held[2] ~= owners then
        own(held[2], 'ZREM', id)
      end
      own(owners, 'ZADD', 0, id)
      redis.call('ZADD', KEYS[2], 0, id)
      redis.call('SET', ARGV[1] .. id, json)
      redis.call('HSET', state, 'at', at, 'from', changed, 'mark', mark, 'own', owners, 'due', first)
      redis.call('PERSIST', state)
      redis.call('PERSIST', ARGV[3] .. id)
      if first ~= '' then
        redis.call('ZADD', KEYS[1], look, id)
      elseif ARGV[i + 10] == '1' then
        redis.call('ZREM', KEYS[1], id)
      else
        redis.call('ZADD', KEYS[1], math.max(changed, held[5] or 0) + ARGV[5], id)
      end
    end
  end
end
return 1
