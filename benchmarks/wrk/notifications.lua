-- Posts notifications to the HTTP API: 85-340 bytes of JSON each, its id new and rising, one recipient.
--
--   wrk -t1 -c100 -d10s -s notifications.lua http://127.0.0.1:8080/api/notifications -- <first id> <threads> <API key> <chats>
--
-- Threads share the ids in turns. Every variable part has a fixed width, so the texts below are laid out once and a request is
-- one concatenation: the load generator must not be what is measured. The last line of the output is the result as JSON.

local started = 0

function setup(thread)
  thread:set("index", started)
  started = started + 1
end

local bodies = {
  '"priority":"standard","title":"Paid","text":"Order **4711** is paid","format":"markdown"',
  '"text":"Backup of db1 is finished"',
  '"source":"ci","kind":"automation.executed","priority":"interactive","title":"Deployed","text":"<b>web</b> 8.1.2 is live on all '
    .. 'hosts","format":"html","buttons":[[{"text":"Open","url":"https://example.com/deploys/812"},{"text":"Roll back",'
    .. '"action":"rollback:812"}]],"replaceKey":"deploy-812"',
  '"source":"monitor","kind":"drift.detected","priority":"bulk","title":"Отклонение","text":"На трёх узлах конфигурация '
    .. 'отличается от заданной: web1, web2 и db1. Подробности в журнале \240\159\145\135","silent":true',
  '"kind":"job.finished","template":"job.finished","data":{"job":"nightly-report","seconds":812.5,"rows":120031,"warnings":[]}'
}

local next_id, step, chats, layouts

local function layout(key, body)
  local open = '{"id":"bench-'
  local middle = '","to":{"chat":"'
  local close = '"},' .. body .. '}'
  local length = #open + 9 + #middle + 9 + #close
  local head = "POST " .. wrk.path .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
    .. "\r\nContent-Type: application/json\r\nContent-Length: " .. length
    .. "\r\nConnection: keep-alive\r\nX-API-Key: " .. key .. "\r\n\r\n"
  return { head .. open, middle, close }
end

function init(args)
  next_id = tonumber(args[1]) + index
  step = tonumber(args[2])
  chats = tonumber(args[4])
  layouts = {}
  for i, body in ipairs(bodies) do
    layouts[i] = layout(args[3], body)
  end
end

function request()
  local id = next_id
  next_id = id + step
  local chat = 100000000 + (id * 7919) % chats
  local part = layouts[id % #layouts + 1]
  return part[1] .. id .. part[2] .. chat .. part[3]
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
