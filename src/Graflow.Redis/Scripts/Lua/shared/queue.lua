-- Ready tasks are queued per queue and task id, so that who claims sees only what it knows; `ready:` says which ids a queue has, `queues` which queues have any.
local woken = {}

-- Tasks of one id, each behind its place; nobody is woken for them.
local function put_back(queue, id, ...)
  redis.call('ZADD', p .. 'q:' .. queue .. '/' .. id, ...)
  redis.call('SADD', p .. 'ready:' .. queue, id)
  redis.call('SADD', p .. 'queues', queue)
end

local function enqueue(queue, id, ...)
  put_back(queue, id, ...)
  woken[queue] = true
end

-- The last task of an id has left a queue.
local function leave(queue, id)
  redis.call('SREM', p .. 'ready:' .. queue, id)
  if redis.call('EXISTS', p .. 'ready:' .. queue) == 0 then
    redis.call('SREM', p .. 'queues', queue)
  end
end

local function dequeue(task, queue, id)
  local waiting = p .. 'q:' .. queue .. '/' .. id
  redis.call('ZREM', waiting, task)
  if redis.call('EXISTS', waiting) == 0 then
    leave(queue, id)
  end
end

local function wake()
  for queue in pairs(woken) do
    redis.call('PUBLISH', p .. 'wake', queue)
  end
end

-- Takes a task back from wherever it is.
local function withdraw(run, path)
  local spec, claim = spec_of(run, path), claim_of(run, path)
  if not spec then
    return
  end
  local task = run .. '/' .. path
  dequeue(task, spec.queue, spec.id)
  redis.call('HDEL', p .. 't:' .. run, path)
  if claim then
    redis.call('ZREM', p .. 'lease', task)
    redis.call('HDEL', p .. 'c:' .. run, path)
  end
  if claim and claim.worker ~= '' then
    redis.call('PUBLISH', p .. 'worker:' .. claim.worker, task)
  end
end

local function withdraw_all(run)
  for _, path in ipairs(redis.call('HKEYS', p .. 't:' .. run)) do
    withdraw(run, path)
  end
end
