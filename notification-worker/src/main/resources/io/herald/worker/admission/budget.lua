-- The bot's budget: the arithmetic of io.herald.telegram.flood, number by number. Times are
-- microseconds, rates calls per 1000 s; all are whole numbers below 2^53, so doubles are exact.
-- KEYS[1] state of the bot; ARGV[1] now, empty: the server's clock; ARGV[2] 1: distrust what is
-- known; ARGV[3] ceiling; ARGV[4] to [11] interval and depth: bot, private chat, group, edits.
local floor, max, min = math.floor, math.max, math.min
local call, format, match = redis.call, string.format, string.match

local now = tonumber(ARGV[1])
if not now then
  local time = call('TIME')
  now = time[1] * 1000000 + time[2]
end
local ceiling, botInterval, botDepth = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local FEW, PATIENCE, WINDOW = 5, 1000000, 8000000
local TURN = {5, 10}

-- One packed value: several times cheaper than the fields of a hash.
local full, due1, wanted1, due2, wanted2 = 0, 0, 0, 0, 0
local began, count, beganBefore, countBefore = 0, 0, 0, 0
local base, since, regained, frozen, row, reporter, reportedAt, reportedUntil = 0, 0, 0, 0, 0, '', 0, 0
local state = call('GET', KEYS[1])
if state then
  full, due1, wanted1, due2, wanted2, began, count, beganBefore, countBefore, base, since, regained,
    frozen, row, reporter, reportedAt, reportedUntil = cmsgpack.unpack(state)
end
local due, wanted = {due1, due2}, {wanted1, wanted2}
local changed = false

local function rate()
  if base == 0 then
    return ceiling
  end
  local part = max(0, min(1000, floor((now - since) * 1000 / regained)))
  local growth = floor(floor(floor(ceiling * part / 1000) * part / 1000) * part / 1000)
  return min(ceiling, base + growth)
end

local interval, depth
local function pace()
  local r = rate()
  interval = r >= ceiling and botInterval or floor((1000000000 + r - 1) / r)
  depth = max(botDepth, interval)
end
pace()

local function haveFew(moment)
  full = max(full, moment + max(0, depth - FEW * interval))
  changed = true
end

if full == 0 or ARGV[2] == '1' then
  haveFew(now)
end

local function length()
  return max(0, now - (beganBefore == 0 and began or beganBefore))
end

local function restart(moment)
  began, count, beganBefore, countBefore = moment, 0, 0, 0
end

local function used()
  if now - began >= 2 * WINDOW then
    return 0
  end
  return floor((count + countBefore) * 1000000000 / max(1000000, length()))
end

local function save()
  local packed = cmsgpack.pack(full, due[1], wanted[1], due[2], wanted[2], began, count, beganBefore,
    countBefore, base, since, regained, frozen, row, reporter, reportedAt, reportedUntil)
  -- Long enough for the slowest bot's bucket to fill; what was learned has grown back long before.
  call('SET', KEYS[1], packed, 'PX', 3600000 + floor(depth / 1000))
end

local function readChat(value)
  if not value then
    return 0, 0
  end
  local calls, edits = match(value, '^(%d+):?(%d*)$')
  return tonumber(calls), tonumber(edits) or 0
end

local function writeChat(key, calls, edits)
  -- A full bucket is no bucket; the rest is for clocks.
  local lives = max(0, floor((max(calls, edits) - now) / 1000)) + 10000
  local value = edits > now and format('%.0f:%.0f', calls, edits) or format('%.0f', calls)
  call('SET', key, value, 'PX', format('%.0f', lives))
end
