local p = KEYS[1]

-- Ready tasks are queued per queue and task id, so that who claims sees only what it knows; `ready:` says which ids a queue has, `queues` which queues have any.
local woken = {}

local function enqueue(task, queue, id, score)
  redis.call('ZADD', p .. 'q:' .. queue .. '/' .. id, score, task)
  redis.call('SADD', p .. 'ready:' .. queue, id)
  redis.call('SADD', p .. 'queues', queue)
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
  local was = redis.call('ZREM', waiting, task)
  if redis.call('EXISTS', waiting) == 0 then
    leave(queue, id)
  end
  return was
end

-- Higher priorities first, then the order of coming. 2^44 tasks fit between two priorities.
local function place(priority)
  return -priority * 17592186044416 + redis.call('HINCRBY', p .. 'cell', 'sequence', 1)
end

local function wake()
  for queue in pairs(woken) do
    redis.call('PUBLISH', p .. 'wake', queue)
  end
end

-- Takes a task back from wherever it is; returns who runs it, if somebody does.
local function withdraw(run, path)
  local task = run .. '/' .. path
  local queue, id, worker = unpack(redis.call('HMGET', p .. 't:' .. task, 'q', 'i', 'w'))
  if not queue then
    return nil
  end
  dequeue(task, queue, id)
  redis.call('ZREM', p .. 'due', task)
  redis.call('ZREM', p .. 'lease', task)
  redis.call('UNLINK', p .. 't:' .. task)
  redis.call('SREM', p .. 'rt:' .. run, path)
  if worker then
    redis.call('PUBLISH', p .. 'worker:' .. worker, task)
  end
  return worker or ''
end
