-- Posts Telegram updates to a webhook: a private message of 450-600 bytes of JSON each, its update_id new and rising.
--
--   wrk -t1 -c40 -d10s -s updates.lua http://127.0.0.1:8080/telegram/webhook/main -- <first update_id> <threads> <secret> <chats> [commands]
--
-- With "commands" every message is one that is answered once and asks nobody else; otherwise two of eight are commands.
-- Threads share the ids in turns. Every variable part has a fixed width, so the texts below are laid out once and a request is
-- one concatenation: the load generator must not be what is measured. The last line of the output is the result as JSON.

local started = 0

function setup(thread)
  thread:set("index", started)
  started = started + 1
end

local texts = {
  "/start",
  "Good morning! Could you please tell me whether tonight's backup has finished?",
  "Доброе утро! Сервер снова отвечает медленно, посмотрите, пожалуйста, когда будет время.",
  "/help",
  "The deployment looks good from here \240\159\145\141 Latency is back to normal, and the queue has been empty for ten minutes now.",
  "¿Puedes enviarme el informe de ayer? Gracias \240\159\153\143",
  "Yes, that is the one. Thank you very much!",
  "Please remind me about the release on Thursday at 10:30, and once more a quarter of an hour before it starts."
}

local next_id, step, chats, layouts

local function message(text)
  local entities = ""
  local command = text:match("^/%w+")
  if command then
    entities = ',"entities":[{"offset":0,"length":' .. #command .. ',"type":"bot_command"}]'
  end
  -- The upper case words stand for what changes from request to request.
  return '{"update_id":UPDATE,\n"message":{"message_id":MESSAGE,"from":{"id":CHAT,"is_bot":false,"first_name":"Anna-Maria",'
    .. '"last_name":"Benchmark","username":"anna_CHAT","language_code":"en","is_premium":true},"chat":{"id":CHAT,'
    .. '"first_name":"Anna-Maria","last_name":"Benchmark","username":"anna_CHAT","type":"private"},"date":' .. os.time()
    .. ',"text":"' .. text .. '"' .. entities .. ',"link_preview_options":{"is_disabled":true}}}'
end

-- "UPDATE", "MESSAGE" and "CHAT" become numbers of 9, 7 and 9 digits.
local function layout(secret, body)
  local length = #body + 3 * select(2, body:gsub("UPDATE", "")) + 5 * select(2, body:gsub("CHAT", ""))
  local head = "POST " .. wrk.path .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
    .. "\r\nContent-Type: application/json\r\nContent-Length: " .. length
    .. "\r\nConnection: keep-alive\r\nAccept-Encoding: gzip, deflate"
    .. "\r\nX-Telegram-Bot-Api-Secret-Token: " .. secret .. "\r\n\r\n"
  local before_update, rest = body:match("^(.-)UPDATE(.*)$")
  local before_message, tail = rest:match("^(.-)MESSAGE(.*)$")
  local parts = {}
  for part in (tail .. "CHAT"):gmatch("(.-)CHAT") do
    parts[#parts + 1] = part
  end
  assert(#parts == 5, "a message names its chat four times")
  return { head .. before_update, before_message, parts[1], parts[2], parts[3], parts[4], parts[5] }
end

function init(args)
  next_id = tonumber(args[1]) + index
  step = tonumber(args[2])
  chats = tonumber(args[4])
  layouts = {}
  for i, text in ipairs(args[5] == "commands" and { "/help" } or texts) do
    layouts[i] = layout(args[3], message(text))
  end
end

function request()
  local id = next_id
  next_id = id + step
  local chat = 100000000 + (id * 7919) % chats
  local message_id = 1000000 + id % 1000000
  local part = layouts[id % #layouts + 1]
  return part[1] .. id .. part[2] .. message_id .. part[3] .. chat .. part[4] .. chat .. part[5] .. chat .. part[6] .. chat
    .. part[7]
end

function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format(
    'RESULT {"requests":%d,"duration_us":%d,"bytes":%d,"status_errors":%d,"connect_errors":%d,"read_errors":%d,'
      .. '"write_errors":%d,"timeouts":%d,"p50_us":%d,"p90_us":%d,"p99_us":%d,"p999_us":%d,"max_us":%d}',
    summary.requests, summary.duration, summary.bytes, errors.status, errors.connect, errors.read,
    errors.write, errors.timeout, latency:percentile(50), latency:percentile(90), latency:percentile(99),
    latency:percentile(99.9), latency.max))
end
