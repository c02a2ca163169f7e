-- Brings what became of messages into the history. The same news again changes nothing; older
-- news neither.
-- ARGV[5..]: the JSON of Happened.java
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

local function happened(news)
  local main, request = key('notification', news.notification), key('request', news.notification)
  -- What was no notification may bear the id of one that was.
  if news.errorClass == 'malformed' and redis.call('EXISTS', request) == 1 then
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
  touch(main)
  touch(request)
  redis.call('ZADD', root .. ':all', 'NX', news.at, news.notification)
  if news.user then
    local asked = redis.call('GET', request)
    list(news.user, news.at, news.notification)
    tell(news.user, news.at, news.notification, asked and cjson.decode(asked) or news, news.body)
  end
end

for i = 5, #ARGV do
  happened(cjson.decode(ARGV[i]))
end
return publish()
