-- Takes the next job that may run, and leases it.
-- KEYS: index, queue, running, leases, holders. ARGV: prefix of jobs' keys, executor, milliseconds of
-- a lease, most jobs and most scripts that run, then kinds, most of each, and whether it is of the
-- 'jobs' or the 'scripts'. A kind that nobody knows may run: to fail.
-- Answers its last event; nothing when none may.
if redis.call('HEXISTS', KEYS[1], 'complete') == 0 then
  return false
end
local free = {jobs = tonumber(ARGV[4]), scripts = tonumber(ARGV[5])}
local room, pool = {}, {}
for i = 6, #ARGV, 3 do
  room[ARGV[i]] = tonumber(ARGV[i + 1])
  pool[ARGV[i]] = ARGV[i + 2]
end
local function kind(id)
  return redis.call('HGET', ARGV[1] .. id, 'type') or ''
end
for _, id in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
  local running = kind(id)
  local of = pool[running] or 'jobs'
  room[running] = (room[running] or 1) - 1
  free[of] = free[of] - 1
end
if free.jobs <= 0 and free.scripts <= 0 then
  return false
end
local waiting = redis.call('ZRANGE', KEYS[2], 0, -1, 'WITHSCORES')
for i = 1, #waiting, 2 do
  local id = waiting[i]
  local json = redis.call('HGET', ARGV[1] .. id, 'json')
  if not json then
    redis.call('ZREM', KEYS[2], id)
  elseif (room[kind(id)] or 1) > 0 and free[pool[kind(id)] or 'jobs'] > 0 then
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    redis.call('ZREM', KEYS[2], id)
    redis.call('ZADD', KEYS[3], waiting[i + 1], id)
    redis.call('ZADD', KEYS[4], now + ARGV[3], id)
    redis.call('HSET', KEYS[5], id, ARGV[2])
    return json
  end
end
return false
