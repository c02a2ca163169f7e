-- Telegram answered 429. After the budget's: ARGV[12] the chat, ARGV[13] the pause, ARGV[14] 1:
-- it is a group. KEYS[2] the chat's budget. Returns 1 when the bot as a whole was too fast and this
-- is the first that is heard of it.
local MOMENT, REGAINED, FLOOR = 2000000, 75000000, 1000
local PATIENT_AFTER, SLOWEST, IN_A_ROW, ANEW = 6, 4, 300000000, 10000000
local chat, til = ARGV[12], now + tonumber(ARGV[13])

local shared = ARGV[14] == '1'
local chatInterval = tonumber(shared and ARGV[8] or ARGV[6])
local chatDepth = tonumber(shared and ARGV[9] or ARGV[7])
local calls, edits = readChat(call('GET', KEYS[2]))
writeChat(KEYS[2], max(calls, til + max(0, chatDepth - chatInterval)), edits)

local function clamp(value, low, high)
  return max(low, min(high, value))
end

local function cut()
  local current = rate()
  local measured = floor((count + countBefore) * 1000000000 / (length() + 1000000))
  local lower = clamp(floor(measured * 97 / 100), floor(current * 60 / 100),
    floor(current * 95 / 100))
  if base == 0 or now - since > IN_A_ROW then
    row = 1
  elseif now - since > ANEW then
    row = row + 1
  end
  base = max(lower, min(FLOOR, ceiling))
  since = frozen
  regained = REGAINED * clamp(row - PATIENT_AFTER + 1, 1, SLOWEST)
end

local several = reporter ~= '' and reporter ~= chat and now - reportedAt <= MOMENT
local known = now < frozen
local first = several and not known and reportedAt >= frozen
if several and (known or first) then
  frozen = max(frozen, min(reportedUntil, til))
  if first then
    cut()
    pace()
  end
  restart(frozen)
  haveFew(frozen)
end
reporter, reportedAt, reportedUntil = chat, now, til
save()
return first and 1 or 0
