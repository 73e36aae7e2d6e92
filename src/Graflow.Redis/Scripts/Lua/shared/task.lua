-- A submission, as it stands among the arguments. Its input is `in` with the bytes, `put` with a name and the bytes to be stored under it, or `ref` with the name of stored ones.
local function take_task()
  local task = { path = argument(), queue = argument(), id = argument(), priority = number(), attempt = argument(), delay = number() }
  task.form, task.input = argument(), argument()
  if task.form == 'put' then
    task.bytes = argument()
  end
  task.trace, task.extra = argument(), argument()
  return task
end

-- An attempt that is there already stays what it is; another one in its place goes.
local function make_task(run, task)
  local name = run .. '/' .. task.path
  local key = p .. 't:' .. name
  local form, input = task.form, task.input
  if form == 'put' then
    redis.call('HSETNX', p .. 'p:' .. run, input, task.bytes)
    form = 'ref'
  end
  local present = redis.call('HGET', key, 'a')
  if present == task.attempt then
    return 0
  end
  if present then
    withdraw(run, task.path)
  end

  local score = place(task.priority)
  redis.call('HSET', key, 'r', run, 'v', task.path, 'q', task.queue, 'i', task.id, 's', score, 'a', task.attempt, 'd', 0, 'c', now, form, input)
  if task.trace ~= '' then
    redis.call('HSET', key, 'tp', task.trace)
  end
  if task.extra ~= '' then
    redis.call('HSET', key, 'x', task.extra)
  end
  redis.call('SADD', p .. 'rt:' .. run, task.path)
  if task.delay > 0 then
    redis.call('ZADD', p .. 'due', now + task.delay, name)
  else
    enqueue(name, task.queue, task.id, score)
  end
  return 1
end
