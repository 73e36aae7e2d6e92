#!lua flags=allow-oom
--! arguments clock now cells apply queue outcome
local worker, lease, nonce, known, wanted, alone = argument(), number(), argument(), argument(), number(), argument()
if wanted > 0 then
  -- Two keys: what the worker knows, and whether it has given this very call up and asked for what it claimed.
  local there = redis.call('EXISTS', p .. 'wk:' .. known, p .. 'void:' .. nonce)
  if there == 0 then
    return { 'unknown' }
  elseif there == 2 then
    return { 'void' }
  end
end

local queues = {}
for i = 1, number() do
  queues[i] = argument()
end
local picks = {}
if #queues > 1 then
  for i = 1, wanted do
    picks[i] = queues[number()]
  end
end

-- A result counts only while its claim does: whose lease was lost comes late, and somebody else has the task or has had it. The first of them were sent before, and may have been written then.
local verdicts, misfits, released = {}, {}, {}
local again = number()
for i = 1, number() do
  local task, claim, kind, value = argument(), argument(), argument(), argument()
  local writes = take_writes()
  local key = p .. 't:' .. task
  local present, run, path, queue, id, attempt, score, misfit = unpack(redis.call('HMGET', key, 'n', 'r', 'v', 'q', 'i', 'a', 's'))
  if present == claim and #writes > 0 then
    open(run)
    misfit = check_writes(writes)
  end
  if present ~= claim then
    verdicts[i] = 0
    if i > again then
      redis.call('HINCRBY', p .. 'cell', 'stale', 1)
    end
  elseif misfit then
    verdicts[i] = 0
    table.insert(misfits, { i, misfit[1], misfit[2], misfit[3] })
  else
    verdicts[i] = 1
    table.insert(released, task)
    if kind == 'back' then
      redis.call('HDEL', key, 'n', 'w')
      redis.call('HINCRBY', key, 'd', -1)
      enqueue(task, queue, id, score)
    else
      if #writes > 0 then
        apply_writes(writes)
      end
      record(run, path, kind, attempt, value)
      redis.call('UNLINK', key)
    end
  end
end
if #released > 0 then
  redis.call('ZREM', p .. 'lease', unpack(released))
end
tell()

-- Of each queue, the ids that it has and the worker knows.
local ready = {}
local function ready_in(queue)
  local found = ready[queue]
  if not found then
    found = {}
    for i, id in ipairs(redis.call('SINTER', p .. 'ready:' .. queue, p .. 'wk:' .. known)) do
      found[i] = { queue = queue, id = id, key = p .. 'q:' .. queue .. '/' .. id }
    end
    ready[queue] = found
  end
  return found
end

local function best_of(found)
  local best
  for i = #found, 1, -1 do
    local line = found[i]
    if not line.score then
      line.score = tonumber(redis.call('ZRANGE', line.key, 0, 0, 'WITHSCORES')[2])
    end
    if not line.score then
      table.remove(found, i)
      leave(line.queue, line.id)
    elseif not best or line.score < best.score then
      best = line
    end
  end
  return best
end

local function take(queue)
  local found = ready_in(queue)
  local line = found[1]
  if #found > 1 then
    line = best_of(found)
  end
  if not line then
    return nil
  end
  local popped = redis.call('ZPOPMIN', line.key)
  line.score, line.popped = nil, true
  if not popped[1] then
    table.remove(found, 1)
    leave(line.queue, line.id)
    return nil
  end
  return popped[1], popped[2], line
end

local function take_any(first)
  local task, score, line = take(first)
  for i = 1, #queues do
    if task then
      break
    end
    task, score, line = take(queues[i])
  end
  return task, score, line
end

local claimed, leases, waits = {}, {}, 0
for i = 1, wanted do
  local task, place, line = take_any(picks[i] or queues[1])
  if not task then
    break
  end
  local key = p .. 't:' .. task
  local run, path, id, attempt, deliveries, input, ref, trace, extra = unpack(redis.call('HMGET', key, 'r', 'v', 'i', 'a', 'd', 'in', 'ref', 'tp', 'x'))
  -- Two workers have died over it, or beside it: with nothing else in the next one, it is known which.
  local suspect = tonumber(deliveries) >= 2
  if suspect and (alone == '0' or i > 1) then
    redis.call('ZADD', line.key, place, task)
    waits = 1
    break
  end
  local own = nonce .. i
  redis.call('HSET', key, 'n', own, 'w', worker, 'd', deliveries + 1)
  table.insert(leases, now + lease)
  table.insert(leases, task)
  if ref then
    input = redis.call('HGET', p .. 'p:' .. run, ref)
  end
  claimed[i] = { task, own, run, path, line.queue, id, attempt, deliveries + 1, input, trace, extra }
  if suspect then
    break
  end
end
if #leases > 0 then
  redis.call('ZADD', p .. 'lease', unpack(leases))
end
for _, found in pairs(ready) do
  for _, line in ipairs(found) do
    if line.popped and redis.call('EXISTS', line.key) == 0 then
      leave(line.queue, line.id)
    end
  end
end
wake()
return { 'ok', verdicts, claimed, waits, misfits }
