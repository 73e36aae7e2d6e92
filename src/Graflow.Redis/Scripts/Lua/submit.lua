#!lua
--! arguments clock now queue
local run, epoch = argument(), argument()
local present = redis.call('HGET', p .. 'run:' .. run, 'epoch')
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end

for _ = 1, number() do
  local name, bytes = argument(), argument()
  redis.call('HSETNX', p .. 'p:' .. run, name, bytes)
end

local made = {}
for i = 1, number() do
  local path, queue, id, priority, attempt, delay = argument(), argument(), argument(), number(), argument(), number()
  local form, input, trace, extra = argument(), argument(), argument(), argument()
  local task = run .. '/' .. path
  local key = p .. 't:' .. task
  made[i] = 1 - redis.call('EXISTS', key)
  if made[i] == 1 then
    local score = place(priority)
    redis.call('HSET', key, 'r', run, 'v', path, 'q', queue, 'i', id, 's', score, 'a', attempt, 'd', 0, form, input)
    if trace ~= '' then
      redis.call('HSET', key, 'tp', trace)
    end
    if extra ~= '' then
      redis.call('HSET', key, 'x', extra)
    end
    redis.call('SADD', p .. 'rt:' .. run, path)
    if delay > 0 then
      redis.call('ZADD', p .. 'due', now + delay, task)
    else
      enqueue(task, queue, id, score)
    end
  end
end
wake()
return { 'ok', made }
