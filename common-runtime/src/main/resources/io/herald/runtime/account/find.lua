-- The account of a user or of a chat. KEYS: index, account or chat. ARGV: prefix of accounts' keys,
-- where a chat is asked for. Answers JSON, '' when there is none, nothing when that is not known.
local account = KEYS[2]
if ARGV[1] then
  local user = redis.call('GET', KEYS[2])
  account = user and ARGV[1] .. user
end
local json = account and redis.call('HGET', account, 'json')
if json then
  return json
end
return redis.call('HEXISTS', KEYS[1], 'complete') == 1 and ''
