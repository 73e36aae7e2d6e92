#!lua
--! arguments clock queue
-- Gives a dead letter's task to another run, as new, and takes the letter away.
local task, run, epoch = argument(), argument(), argument()
local letter = p .. 'dl:' .. task
local path, queue, id, score = unpack(redis.call('HMGET', letter, 'v', 'q', 'i', 's'))
if not path then
  return { 'gone' }
end
local present = redis.call('HGET', p .. 'run:' .. run, 'epoch')
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
local new = run .. '/' .. path
if redis.call('EXISTS', p .. 't:' .. new) == 1 then
  return { 'exists' }
end

redis.call('RENAME', letter, p .. 't:' .. new)
redis.call('HDEL', p .. 't:' .. new, 'at', 'why', 'w')
redis.call('HSET', p .. 't:' .. new, 'r', run, 'd', 0)
redis.call('ZREM', p .. 'dlq', task)
redis.call('SADD', p .. 'rt:' .. run, path)
enqueue(new, queue, id, score)
wake()
return { 'ok' }
