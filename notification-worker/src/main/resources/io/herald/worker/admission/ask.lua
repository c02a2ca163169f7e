-- Leave to send for some messages of one bot. After the budget's: ARGV[12] what this process puts
-- on messages it sends; then one argument for each message: a letter of bits (1, 2: lane; 4: free;
-- 16: drop if uncertain; 32: group; 64: has a replace key; 128: began here before), then
-- how long its claim lives, in milliseconds. KEYS[2] on: four for each message: its claim, its
-- chat's budget, its chat's suspension, its replace key (or the claim again).
-- Returns rate and use, then one answer each: S<id> sent before, X<reason> suspended, D uncertain,
-- C<micros> and B<micros> wait for chat or bot, G or U go (U: uncertain), then ! if the contact is
-- suspended, then the id of the message to edit.
local byte, sub, band = string.byte, string.sub, bit.band
local mine, group, edit = ARGV[12], {tonumber(ARGV[8]), tonumber(ARGV[9])},
  {tonumber(ARGV[10]), tonumber(ARGV[11])}
local private = {tonumber(ARGV[6]), tonumber(ARGV[7])}
local got = call('MGET', unpack(KEYS, 2))
local calls, edits, claims = {}, {}, {}

local function pause(fullAt, bucketInterval, bucketDepth, reserve)
  return max(0, max(fullAt, now) + bucketInterval + reserve - bucketDepth - now)
end

local function isOwed(lane)
  return now >= due[lane] and now <= wanted[lane]
end

local function reserve(lane)
  local spare = depth - interval
  local kept = 0
  if lane == 1 then
    kept = min(interval, spare)
  elseif lane == 2 then
    return min(max(min(floor(depth / 10), 30 * interval), 3 * interval), spare)
  end
  if lane == 0 and isOwed(1) then
    kept = kept + interval
  end
  return isOwed(2) and kept + interval or kept
end

local function countCall()
  if now - began >= 2 * WINDOW then
    restart(now)
  elseif now - began >= WINDOW then
    beganBefore, countBefore, began, count = began, count, now, 0
  end
  count = count + 1
end

local function takeFromBot(lane)
  local turn = lane > 0 and TURN[lane] * interval
  if turn and now > wanted[lane] then
    due[lane] = now + turn
  end
  local wait = pause(full, interval, depth, reserve(lane))
  if turn then
    wait = min(wait, max(0, due[lane] - now, pause(full, interval, depth, 0)))
  end
  wait = max(wait, frozen - now)
  if turn or wait <= 0 then
    changed = true
  end
  if wait > 0 then
    if turn then
      wanted[lane] = now + wait + PATIENCE
    end
    return wait
  end
  full = max(full, now) + interval
  countCall()
  if turn then
    due[lane] = now >= due[lane] and max(due[lane], now - turn) + turn or now + turn
  end
  return 0
end

-- What is in the way, or nothing when it was taken from all budgets.
local function take(lane, chat, value, bucket, isEdit)
  if not calls[chat] then
    calls[chat], edits[chat] = readChat(value)
  end
  local wait = pause(calls[chat], bucket[1], bucket[2], 0)
  if isEdit then
    wait = max(wait, pause(edits[chat], edit[1], edit[2], 0))
  end
  if wait > 0 then
    return 'C' .. format('%.0f', wait)
  end
  wait = takeFromBot(lane)
  if wait > 0 then
    return 'B' .. format('%.0f', wait)
  end
  calls[chat] = max(calls[chat], now) + bucket[1]
  if isEdit then
    edits[chat] = max(edits[chat], now) + edit[1]
  end
  writeChat(chat, calls[chat], edits[chat])
end

local function decide(i, flags, lives)
  local key = KEYS[4 * i + 2]
  local claim = claims[key] or got[4 * i + 1]
  if claim and sub(claim, 1, 4) == 'sent' then
    return 'S' .. sub(claim, 6)
  end
  local lane, reason = band(flags, 3), got[4 * i + 3]
  if reason and lane ~= 0 then
    return 'X' .. reason
  end
  local uncertain = band(flags, 128) ~= 0
    or claims[key] or claim and claim ~= mine
  if uncertain and band(flags, 16) ~= 0 then
    return 'D'
  end
  local edited = band(flags, 64) ~= 0 and got[4 * i + 4]
  if band(flags, 4) == 0 then
    local bucket = band(flags, 32) ~= 0 and group or private
    local wait = take(lane, KEYS[4 * i + 3], got[4 * i + 2], bucket, edited)
    if wait then
      return wait
    end
  end
  call('SET', key, mine, 'PX', lives)
  claims[key] = mine
  return (uncertain and 'U' or 'G') .. (reason and '!' or '') .. (edited or '')
end

local answers = {}
for i = 13, #ARGV do
  answers[i - 11] = decide(i - 13, byte(ARGV[i]), sub(ARGV[i], 2))
end
if changed then
  save()
end
answers[1] = format('%.0f %.0f', rate(), used())
return answers
