-- Brings news into the history. The same news again changes nothing; older news neither.
-- KEYS[1]: what all keys of the history begin with; they lie in one slot of a cluster
-- ARGV[1]: how long the history is kept, milliseconds
-- ARGV[2]: what is older than this is forgotten, milliseconds since the epoch
-- ARGV[3]: how many changes a person's stream holds
-- ARGV[4]: how many changes a notification's trace holds
-- ARGV[5..]: news as JSON, see News.java
local root, kept, oldest = KEYS[1], ARGV[1], ARGV[2]
local changed = {}
-- Times and ids of what is to stand in the list of all.
local listed = {}

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
local function tell(user, main, news)
  local stream = key('stream', user)
  local ms, seq = string.format('%.0f', news.at), 0
  local last = redis.call('XREVRANGE', stream, '+', '-', 'COUNT', 1)[1]
  if last then
    local lastMs, lastSeq = string.match(last[1], '^(%d+)-(%d+)$')
    if tonumber(lastMs) >= news.at then
      ms, seq = lastMs, tonumber(lastSeq) + 1
    end
  end
  local about = redis.call('HMGET', main, 'source', 'kind', 'title')
  redis.call('XADD', stream, 'MAXLEN', '~', ARGV[3], ms .. '-' .. string.format('%.0f', seq),
    'notification', news.notification, 'source', about[1] or '', 'kind', about[2] or '',
    'title', about[3] or '', 'message', news.body or '')
  touch(stream)
  changed[user] = true
end

local function accepted(main, news)
  if redis.call('HSETNX', main, 'accepted', string.format('%.0f', news.at)) == 0 then
    return
  end
  redis.call('HSET', main, 'request', news.request, 'source', news.source, 'kind', news.kind,
    'title', news.title or '')
  listed[#listed + 1] = news.at
  listed[#listed + 1] = news.notification
  for _, user in ipairs(news.users or {}) do
    list(user, news.at, news.notification)
    tell(user, main, news)
  end
end

local function bound(main, field, at, isEarlier)
  local known = tonumber(redis.call('HGET', main, field))
  if not known or (isEarlier and at < known) or (not isEarlier and at > known) then
    redis.call('HSET', main, field, string.format('%.0f', at))
  end
end

local function timed(main, news)
  if news.state == 'PENDING' or news.state == 'DEFERRED' then
    bound(main, 'pending', news.at, true)
  end
  if news.attempts > 0 then
    bound(main, 'attempted', news.at, true)
  end
  if news.state == 'SENT' then
    bound(main, 'sent', news.at, false)
  end
end

-- A message's entry begins with a line of rank, time and what tells its state from others.
local function isNews(entry, what, news)
  local rank, at, known = string.match(entry, '^(%d+) (%d+) ([^\n]*)\n')
  rank = tonumber(rank)
  if news.rank ~= rank then
    return news.rank > rank
  end
  return rank < 3 and what ~= known and news.at >= tonumber(at)
end

local function happened(main, news)
  -- What was no notification may bear the id of one that was.
  if news.errorClass == 'malformed' and redis.call('HEXISTS', main, 'accepted') == 1 then
    return
  end
  local messages = key('messages', news.notification)
  local what = news.state .. ' ' .. news.attempts .. ' ' .. (news.errorClass or '')
  if news.total then
    bound(main, 'total', news.total, false)
  end
  local entry = redis.call('HGET', messages, news.message)
  if entry then
    if not isNews(entry, what, news) then
      return
    end
    redis.call('HINCRBY', main, 'count:' .. string.match(entry, '^%d+ %d+ (%u+)'), -1)
  else
    redis.call('RPUSH', key('order', news.notification), news.message)
  end
  redis.call('HINCRBY', main, 'count:' .. news.state, 1)
  redis.call('HSETNX', main, 'source', news.source)
  redis.call('HSETNX', main, 'kind', news.kind)
  redis.call('HSET', messages, news.message,
    string.format('%.0f %.0f %s\n%s', news.rank, news.at, what, news.body))
  timed(main, news)
  local trace = key('trace', news.notification)
  redis.call('RPUSH', trace, news.body)
  redis.call('LTRIM', trace, -ARGV[4], -1)
  touch(messages)
  touch(trace)
  touch(key('order', news.notification))
  redis.call('ZADD', root .. ':all', 'NX', news.at, news.notification)
  if news.user then
    list(news.user, news.at, news.notification)
    tell(news.user, main, news)
  end
end

for i = 5, #ARGV do
  local news = cjson.decode(ARGV[i])
  local main = key('notification', news.notification)
  if news.request then
    accepted(main, news)
  else
    happened(main, news)
  end
  touch(main)
end

if #listed > 0 then
  redis.call('ZADD', root .. ':all', unpack(listed))
end
redis.call('ZREMRANGEBYSCORE', root .. ':all', '-inf', '(' .. oldest)
local users = {}
for user in pairs(changed) do
  users[#users + 1] = user
end
if #users > 0 then
  redis.call('PUBLISH', root .. ':changed', cjson.encode(users))
end
return #users
