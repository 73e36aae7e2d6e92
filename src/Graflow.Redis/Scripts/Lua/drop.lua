#!lua flags=allow-oom
--! arguments
local p = KEYS[1]
local dropped = 0
for _ = 1, number() do
  local task = argument()
  redis.call('UNLINK', p .. 'dl:' .. task)
  dropped = dropped + redis.call('ZREM', p .. 'dlq', task)
end
return dropped
