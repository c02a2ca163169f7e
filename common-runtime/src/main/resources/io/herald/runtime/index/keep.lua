-- Notes how far an index is and renews the lease, unless either is another's by now. A lease that
-- ran out and that nobody took is still the own one. After a flush nothing is noted: what was
-- applied before it is lost, and has to be read again.
-- KEYS: lease, index. ARGV: reader, milliseconds of the lease, build, then fields and values.
local holder = redis.call('GET', KEYS[1])
if (holder and holder ~= ARGV[1]) or redis.call('HGET', KEYS[2], 'build') ~= ARGV[3] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
if #ARGV > 3 then
  redis.call('HSET', KEYS[2], unpack(ARGV, 4))
end
return 1
