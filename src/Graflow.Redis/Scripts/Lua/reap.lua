#!lua flags=allow-oom
--! arguments clock now task queue outcome discard
local limit, most = number(), number()
local again, dead, runs = {}, {}, {}

-- The letter keeps its input: the run's payloads go when the run ends. `dr` has the letters of a run, which go with it.
local function bury(task, run, path, spec, claim)
  local input = input_of(spec)
  if spec.ref ~= '' then
    input = redis.call('HGET', p .. 'p:' .. run, spec.ref) or ''
  end
  redis.call('HSET', p .. 'dl:' .. task, 'r', run, 'v', path, 'q', spec.queue, 'i', spec.id, 'a', spec.attempt, 'd', claim.deliveries, 'w', claim.worker, 'in', input, 'at', now, 'why', 'crashed')
  redis.call('ZADD', p .. 'dlq', now, task)
  redis.call('SADD', p .. 'dr:' .. run, path)
  redis.call('HDEL', p .. 't:' .. run, path)
  redis.call('HDEL', p .. 'c:' .. run, path)
  record(run, path, 'c', spec.attempt, claim.deliveries .. ' ' .. claim.worker)
  table.insert(dead, task)
end

for _, task in ipairs(redis.call('ZRANGEBYSCORE', p .. 'lease', '-inf', now, 'LIMIT', 0, limit)) do
  local run, path = split(task)
  local spec, claim = spec_of(run, path), claim_of(run, path)
  redis.call('ZREM', p .. 'lease', task)
  if spec and claim and claim.deliveries >= most then
    bury(task, run, path, spec, claim)
  elseif spec and claim then
    unclaim(run, path, claim)
    enqueue(spec.queue, spec.id, claim.score, task)
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
