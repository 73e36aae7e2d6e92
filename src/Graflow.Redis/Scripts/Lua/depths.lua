#!lua flags=no-writes
--! clock now
-- Of each queue that has tasks: how many wait, and for how long the one that has waited longest of those that are next; and how many dead letters there are.
local p = KEYS[1]
local queues = {}
for _, name in ipairs(redis.call('SMEMBERS', p .. 'queues')) do
  local depth, oldest = 0, now
  for _, id in ipairs(redis.call('SMEMBERS', p .. 'ready:' .. name)) do
    local waiting = p .. 'q:' .. name .. '/' .. id
    depth = depth + redis.call('ZCARD', waiting)
    local first = redis.call('ZRANGE', waiting, 0, 0)[1]
    local since = first and redis.call('HGET', p .. 't:' .. first, 'c')
    oldest = math.min(oldest, tonumber(since or now))
  end
  table.insert(queues, { name, depth, now - oldest })
end
return { queues, redis.call('ZCARD', p .. 'dlq') }
