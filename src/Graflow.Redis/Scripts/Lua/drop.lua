#!lua flags=allow-oom
--! arguments
local p = KEYS[1]
local task = argument()
local run, path = unpack(redis.call('HMGET', p .. 'dl:' .. task, 'r', 'v'))
if run then
  redis.call('SREM', p .. 'dr:' .. run, path)
end
redis.call('UNLINK', p .. 'dl:' .. task)
return redis.call('ZREM', p .. 'dlq', task)
