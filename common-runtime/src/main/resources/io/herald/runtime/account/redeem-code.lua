-- Uses a code up. KEYS: code. Answers the identity that it was given to.
local identity = redis.call('GET', KEYS[1])
redis.call('DEL', KEYS[1])
return identity
