#!lua flags=no-writes
--! clock now task
-- Of each queue that has tasks: how many wait, and for how long the one that has waited longest of those that are next; and how many dead letters there are.
local queues = {}
for _, name in ipairs(redis.call('SMEMBERS', p .. 'queues')) do
  local depth, oldest = 0, now
  for _, id in ipairs(redis.call('SMEMBERS', p .. 'ready:' .. name)) do
    local waiting = p .. 'q:' .. name .. '/' .. id
    depth = depth + redis.call('ZCARD', waiting)
    local first = redis.call('ZRANGE', waiting, 0, 0)[1]
    local spec = first and spec_of(split(first))
    oldest = math.min(oldest, spec and spec.created or now)
  end
  table.insert(queues, { name, depth, now - oldest })
end
return { queues, redis.call('ZCARD', p .. 'dlq') }
