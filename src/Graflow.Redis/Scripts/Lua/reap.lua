#!lua flags=allow-oom
--! arguments clock now queue outcome discard
local limit, most = number(), number()
local again, dead, runs = {}, {}, {}

-- The letter keeps its input: the run's payloads go when the run ends. `dr` has the letters of a run, which go with it.
local function bury(task, run, path, attempt, deliveries, worker)
  local key, letter = p .. 't:' .. task, p .. 'dl:' .. task
  local ref = redis.call('HGET', key, 'ref')
  if ref then
    redis.call('HSET', key, 'in', redis.call('HGET', p .. 'p:' .. run, ref) or '')
    redis.call('HDEL', key, 'ref')
  end
  redis.call('RENAME', key, letter)
  redis.call('HDEL', letter, 'n')
  redis.call('HSET', letter, 'at', now, 'why', 'crashed')
  redis.call('ZADD', p .. 'dlq', now, task)
  redis.call('SADD', p .. 'dr:' .. run, path)
  record(run, path, 'crashed', attempt, deliveries .. ' ' .. (worker or ''))
  table.insert(dead, task)
end

for _, task in ipairs(redis.call('ZRANGEBYSCORE', p .. 'lease', '-inf', now, 'LIMIT', 0, limit)) do
  local key = p .. 't:' .. task
  local run, path, queue, id, attempt, deliveries, score, worker = unpack(redis.call('HMGET', key, 'r', 'v', 'q', 'i', 'a', 'd', 's', 'w'))
  redis.call('ZREM', p .. 'lease', task)
  if run and tonumber(deliveries) >= most then
    bury(task, run, path, attempt, deliveries, worker)
  elseif run then
    redis.call('HDEL', key, 'n', 'w')
    enqueue(task, queue, id, score)
    table.insert(again, task)
  end
end

-- A run whose driver is gone goes to any that knows its flow; one without a flow waits to be opened by name.
for _, run in ipairs(redis.call('ZRANGEBYSCORE', p .. 'drive', '-inf', now, 'LIMIT', 0, limit)) do
  redis.call('ZREM', p .. 'drive', run)
  redis.call('HDEL', p .. 'run:' .. run, 'driver', 'by', 'lease')
  local flow, ended = unpack(redis.call('HMGET', p .. 'run:' .. run, 'flow', 'ended'))
  if flow and not ended then
    list(run, flow)
  end
  table.insert(runs, run)
end
tell()
wake()
return { again, dead, runs }
