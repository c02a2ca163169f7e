-- Gives a claim back. KEYS[1] the claim; ARGV[1] what its holder had put there.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
