#!lua flags=allow-oom
--! arguments
-- What the workers of one build know: ids of tasks, and flows that they can drive.
local key = KEYS[1] .. 'wk:' .. argument()
local life = argument()
for i = 1, number() do
  redis.call('SADD', key, argument())
end
redis.call('PEXPIRE', key, life)
return redis.call('SCARD', key)
