-- Keeps a token. KEYS: token. ARGV: user, milliseconds.
redis.call('HSET', KEYS[1], 'user', ARGV[1])
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
