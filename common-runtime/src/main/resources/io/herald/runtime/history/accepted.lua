-- Brings what was asked for into the history. The first that bears an id counts.
-- ARGV[5..], four of each notification: its id, when it was accepted, the JSON of Request.java, and
-- the people who are named as recipients, as a JSON list or empty where there are none
local listed = {}

for i = 5, #ARGV, 4 do
  local id, at, request, users = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  if redis.call('SET', key('request', id), request, 'NX', 'PX', kept) then
    listed[#listed + 1] = at
    listed[#listed + 1] = id
    if users ~= '' then
      local about = cjson.decode(request)
      for _, user in ipairs(cjson.decode(users)) do
        list(user, at, id)
        tell(user, at, id, about, '')
      end
    end
  end
end

if #listed > 0 then
  redis.call('ZADD', root .. ':all', unpack(listed))
end
return publish()
