-- What both scripts of the history begin with.
-- KEYS[1]: what all keys of the history begin with; they lie in one slot of a cluster
-- ARGV[1]: how long the history is kept, milliseconds
-- ARGV[2]: what is older than this is forgotten, milliseconds since the epoch
-- ARGV[3]: how many changes a person's stream holds
-- ARGV[4]: how many changes a notification's trace holds
-- ARGV[5..]: see the scripts
local root, kept, oldest = KEYS[1], ARGV[1], ARGV[2]
-- People for whom something has changed.
local changed = {}

local function key(kind, name)
  return root .. ':' .. kind .. ':' .. name
end

local function touch(name)
  redis.call('PEXPIRE', name, kept)
end

local function list(user, at, id)
  local mine = key('user', user)
  redis.call('ZADD', mine, 'NX', at, id)
  redis.call('ZREMRANGEBYSCORE', mine, '-inf', '(' .. oldest)
  touch(mine)
end

-- The stream's ids follow the times of the changes, so that "after" means the same when the
-- history was lost and made again.
local function tell(user, at, id, about, message)
  local stream = key('stream', user)
  local ms, seq = string.format('%.0f', at), 0
  local last = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)[1]
  if last then
    local lastMs, lastSeq = string.match(last[1], '^(%d+)-(%d+)$')
    if tonumber(lastMs) >= tonumber(at) then
      ms, seq = lastMs, tonumber(lastSeq) + 1
    end
  end
  redis.call('XADD', stream, 'MAXLEN', '~', ARGV[3], ms .. '-' .. string.format('%.0f', seq),
    'notification', id, 'source', about.source, 'kind', about.kind,
    'title', about.title or '', 'message', message)
  touch(stream)
  changed[user] = true
end

local function publish()
  redis.call('ZREMRANGEBYSCORE', root .. ':all', '-inf', '(' .. oldest)
  local users = {}
  for user in pairs(changed) do
    users[#users + 1] = user
  end
  if #users > 0 then
    redis.call('PUBLISH', root .. ':changed', cjson.encode(users))
  end
  return #users
end
