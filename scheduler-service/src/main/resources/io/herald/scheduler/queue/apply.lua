-- Brings events of jobs into the index, unless it holds newer ones. What ended stays ended.
-- KEYS: queue, running, reserved, leases, holders. ARGV: prefixes of jobs' and of people's keys, then
-- for each event: id, partition, offset, milliseconds of the record, state, attempt, type,
-- milliseconds of the event, user ('' when nobody), JSON.
-- Seconds: a week after the end, and a day for jobs that take one.
local KEPT, MOST_OF_A_USER = 8 * 24 * 3600, 100
local FINAL = {COMPLETED = true, FAILED = true, CANCELLED = true}

local function isNewer(at, partition, offset, millis)
  local heldPartition, heldOffset, heldMillis = string.match(at, '^(%d+):(%d+):(%d+)$')
  if heldPartition == partition then
    return tonumber(offset) > tonumber(heldOffset)
  end
  -- The topic was given partitions, and the key moved: offsets say nothing then.
  return tonumber(millis) >= tonumber(heldMillis)
end

local function place(id, state, since)
  if state == 'QUEUED' then
    redis.call('ZREM', KEYS[2], id)
    redis.call('ZADD', KEYS[1], since, id)
  else
    redis.call('ZREM', KEYS[1], id)
    if FINAL[state] then
      redis.call('ZREM', KEYS[2], id)
    else
      redis.call('ZADD', KEYS[2], since, id)
    end
  end
  redis.call('ZREM', KEYS[3], id)
  if state == 'QUEUED' or FINAL[state] then
    redis.call('ZREM', KEYS[4], id)
    redis.call('HDEL', KEYS[5], id)
  end
end

for i = 3, #ARGV, 10 do
  local id, state, attempt, user = ARGV[i], ARGV[i + 4], tonumber(ARGV[i + 5]), ARGV[i + 8]
  local job = ARGV[1] .. id
  local held = redis.call('HMGET', job, 'at', 'state', 'attempt', 'since')
  local isNext = not held[1]
    or (isNewer(held[1], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3])
      and not FINAL[held[2]]
      and attempt >= tonumber(held[3]))
  -- Being ended is not taken back by progress that was under way.
  if isNext and held[2] == 'CANCELLING' and attempt == tonumber(held[3])
    and (state == 'STARTED' or state == 'PROGRESS') then
    isNext = false
  end
  -- Nor is having begun, by the news of a place in the queue.
  if isNext and held[2] and held[2] ~= 'QUEUED' and attempt == tonumber(held[3])
    and state == 'QUEUED' then
    isNext = false
  end
  if isNext then
    local since = held[4] or ARGV[i + 7]
    local at = ARGV[i + 1] .. ':' .. ARGV[i + 2] .. ':' .. ARGV[i + 3]
    redis.call('HSET', job, 'at', at, 'state', state, 'attempt', attempt, 'type', ARGV[i + 6],
      'since', since, 'json', ARGV[i + 9])
    redis.call('EXPIRE', job, KEPT)
    place(id, state, since)
    if user ~= '' then
      local jobs = ARGV[2] .. user
      redis.call('ZADD', jobs, since, id)
      redis.call('ZREMRANGEBYRANK', jobs, 0, -MOST_OF_A_USER - 1)
      redis.call('EXPIRE', jobs, KEPT)
    end
  end
end
return 1
