-- Brings runs of schedules into the index: the next due time, and the history.
-- KEYS: due. ARGV: prefixes of states' and runs' keys, milliseconds that what is over is kept, most runs
-- that are known, prefix of minutes' keys; then for each record: id, fire, milliseconds when it was due,
-- next due time ('' when there is none any more), revision, whether it was asked for by hand ('1'), whether
-- it has ended ('1'), the minute that it was fired in, JSON ('' when the history was deleted).
-- A schedule is due later and later: what comes again or too late changes nothing.
local DAY = 24 * 3600

local function later(one, other)
  if one == '' or other == '' then
    return ''
  end
  return tonumber(one) > tonumber(other) and one or other
end

local function advance(state, id, held, ran, next, byHand)
  local due, from = held[2], held[3]
  if not due or due == '' or next == due then
    return
  end
  local counts = tonumber(ran) > tonumber(from) or (not byHand and tonumber(ran) >= tonumber(due))
  if not counts then
    return
  end
  local new = later(due, next)
  if new == '' then
    redis.call('HSET', state, 'due', '')
    redis.call('ZADD', KEYS[1], ran + ARGV[3], id)
  elseif new ~= due then
    redis.call('HSET', state, 'due', new)
    redis.call('ZADD', KEYS[1], new, id)
  end
end

-- How many there were in each minute of the last hour.
local function count(minute)
  local key = ARGV[5] .. minute
  redis.call('INCR', key)
  redis.call('EXPIREAT', key, (minute + 62) * 60)
end

-- One line each: the fire, '1' when it has ended, JSON.
local function note(runs, fire, isOver, minute, json)
  local entry = fire .. ' ' .. isOver .. ' ' .. json
  local start = fire .. ' '
  for place, known in ipairs(redis.call('LRANGE', runs, 0, -1)) do
    if string.sub(known, 1, #start) == start then
      if isOver == '1' or string.sub(known, #start + 1, #start + 1) == '0' then
        redis.call('LSET', runs, place - 1, entry)
      end
      return
    end
  end
  redis.call('LPUSH', runs, entry)
  redis.call('LTRIM', runs, 0, ARGV[4] - 1)
  count(minute)
end

-- What a definition that is read later has to know.
local function keep(state, held, ran, next, revision, byHand)
  if not byHand then
    if not held[4] or tonumber(ran) >= tonumber(held[4]) then
      redis.call('HSET', state, 'ran', ran, 'next', next, 'rev', revision)
    end
  elseif not held[6] or tonumber(revision) > tonumber(held[6]) then
    redis.call('HSET', state, 'asked', ran, 'next', next, 'rev', revision)
  elseif revision == held[6] then
    local asked = math.max(tonumber(ran), tonumber(held[7] or 0))
    redis.call('HSET', state, 'asked', asked, 'next', later(held[5], next))
  end
end

for i = 6, #ARGV, 9 do
  local id, ran, next, byHand = ARGV[i], ARGV[i + 2], ARGV[i + 3], ARGV[i + 5] == '1'
  local state, runs = ARGV[1] .. id, ARGV[2] .. id
  local held = redis.call('HMGET', state, 'at', 'due', 'from', 'ran', 'next', 'rev', 'asked')
  local isDeleted = held[1] and not held[3]
  if ARGV[i + 8] == '' then
    redis.call('HDEL', state, 'ran', 'next', 'rev', 'asked')
    redis.call('DEL', runs)
  elseif not isDeleted then
    keep(state, held, ran, next, ARGV[i + 4], byHand)
    advance(state, id, held, ran, next, byHand)
    note(runs, ARGV[i + 1], ARGV[i + 6], ARGV[i + 7], ARGV[i + 8])
    if not held[1] then
      -- Its definition has not been read yet, or was deleted.
      redis.call('EXPIRE', state, DAY)
      redis.call('EXPIRE', runs, DAY)
    end
  end
end
return 1
