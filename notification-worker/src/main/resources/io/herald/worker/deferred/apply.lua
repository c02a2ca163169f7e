-- Brings records of herald.deferred into the index. KEYS[1] due times, KEYS[2] what is published then.
-- ARGV in threes: the record's key, its due time in ms, what is published; the last empty: it waits no longer.
for i = 1, #ARGV, 3 do
  if ARGV[i + 2] == '' then
    redis.call('ZREM', KEYS[1], ARGV[i])
    redis.call('HDEL', KEYS[2], ARGV[i])
  else
    redis.call('ZADD', KEYS[1], ARGV[i + 1], ARGV[i])
    redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
  end
end
return redis.status_reply('OK')
