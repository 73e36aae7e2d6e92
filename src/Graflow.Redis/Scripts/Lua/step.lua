#!lua flags=allow-oom
--! arguments clock now queue outcome
local worker, lease, nonce, known, wanted = argument(), number(), argument(), argument(), number()
if wanted > 0 and redis.call('EXISTS', p .. 'wk:' .. known) == 0 then
  return { 'unknown' }
end

local queues = {}
for i = 1, number() do
  queues[i] = argument()
end
local picks = {}
for i = 1, wanted do
  picks[i] = queues[number()]
end

-- A result counts only while its claim does: whose lease was lost comes late, and somebody else has the task or has had it.
local verdicts = {}
for i = 1, number() do
  local task, claim, kind, value = argument(), argument(), argument(), argument()
  local key = p .. 't:' .. task
  local present, run, path, queue, id, attempt, score = unpack(redis.call('HMGET', key, 'n', 'r', 'v', 'q', 'i', 'a', 's'))
  if present ~= claim then
    verdicts[i] = 0
    redis.call('HINCRBY', p .. 'cell', 'stale', 1)
  else
    verdicts[i] = 1
    redis.call('ZREM', p .. 'lease', task)
    if kind == 'back' then
      redis.call('HDEL', key, 'n', 'w')
      redis.call('HINCRBY', key, 'd', -1)
      enqueue(task, queue, id, score)
    else
      record(run, path, kind, attempt, value)
      redis.call('UNLINK', key)
    end
  end
end
tell()

local heads = {}
local function head(queue, id)
  local first = redis.call('ZRANGE', p .. 'q:' .. queue .. '/' .. id, 0, 0, 'WITHSCORES')
  return first[1] and { task = first[1], score = tonumber(first[2]), id = id } or nil
end

local function take(queue)
  local known_heads = heads[queue]
  if not known_heads then
    known_heads = {}
    for _, id in ipairs(redis.call('SINTER', p .. 'ready:' .. queue, p .. 'wk:' .. known)) do
      table.insert(known_heads, head(queue, id))
    end
    heads[queue] = known_heads
  end
  local best
  for i, candidate in ipairs(known_heads) do
    if not best or candidate.score < known_heads[best].score then
      best = i
    end
  end
  if not best then
    return nil
  end
  local taken_head = known_heads[best]
  dequeue(taken_head.task, queue, taken_head.id)
  local next_head = head(queue, taken_head.id)
  if next_head then
    known_heads[best] = next_head
  else
    table.remove(known_heads, best)
  end
  return taken_head.task
end

local function take_any(first)
  local task = take(first)
  for i = 1, #queues do
    if task then
      break
    end
    task = take(queues[i])
  end
  return task
end

local claimed = {}
for i = 1, wanted do
  local task = take_any(picks[i])
  if not task then
    break
  end
  local key = p .. 't:' .. task
  local own = nonce .. i
  redis.call('HSET', key, 'n', own, 'w', worker)
  local delivery = redis.call('HINCRBY', key, 'd', 1)
  redis.call('ZADD', p .. 'lease', now + lease, task)
  local run, path, queue, id, attempt, input, ref, trace, extra = unpack(redis.call('HMGET', key, 'r', 'v', 'q', 'i', 'a', 'in', 'ref', 'tp', 'x'))
  if ref then
    input = redis.call('HGET', p .. 'p:' .. run, ref)
  end
  claimed[i] = { task, own, run, path, queue, id, attempt, delivery, input, trace, extra }
end
wake()
return { 'ok', verdicts, claimed }
