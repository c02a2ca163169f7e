-- Looks for jobs that nobody runs any more, and leases them to whoever looks. After a time in which
-- nobody looked (Redis was away or forgot, or every scheduler was gone), those who still run theirs get
-- half the time of a lease to say so: they give two signs in it.
-- KEYS: index, queue, running, leases, holders, looked, settled. ARGV: prefix of jobs' keys, executor,
-- milliseconds of a lease.
-- Answers how many wait, how many run, and then the last events of those jobs.
local answer = {tostring(redis.call('ZCARD', KEYS[2])), tostring(redis.call('ZCARD', KEYS[3]))}
if redis.call('HEXISTS', KEYS[1], 'complete') == 0 then
  return answer
end
local lease = tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local looked = redis.call('GETSET', KEYS[6], now)
if not looked or now - looked > lease / 2 then
  redis.call('SET', KEYS[7], now + lease / 2)
end
if now < tonumber(redis.call('GET', KEYS[7]) or 0) then
  return answer
end
for _, id in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
  local ends = redis.call('ZSCORE', KEYS[4], id)
  local json = redis.call('HGET', ARGV[1] .. id, 'json')
  if not json then
    redis.call('ZREM', KEYS[3], id)
  elseif not ends or tonumber(ends) < now then
    redis.call('ZADD', KEYS[4], now + lease, id)
    redis.call('HSET', KEYS[5], id, ARGV[2])
    answer[#answer + 1] = json
  end
end
return answer
