-- Notes how far an index is and renews the lease, unless either is another's by now. After a flush
-- nothing is noted: what was applied before it is lost, and has to be read again.
-- KEYS: lease, index. ARGV: reader, milliseconds of the lease, build, then fields and values.
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('HGET', KEYS[2], 'build') ~= ARGV[3] then
  return 0
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
if #ARGV > 3 then
  redis.call('HSET', KEYS[2], unpack(ARGV, 4))
end
return 1
