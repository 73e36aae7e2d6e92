#!lua flags=no-writes
--! clock now task
-- Of each queue that has tasks: how many wait, how many run, and since when the next one of some task waits.
local queues, known = {}, {}
local function queue(name)
  if not known[name] then
    known[name] = { name, 0, 0, -1 }
    table.insert(queues, known[name])
  end
  return known[name]
end

for _, name in ipairs(redis.call('SMEMBERS', p .. 'queues')) do
  local found = queue(name)
  for _, id in ipairs(redis.call('SMEMBERS', p .. 'ready:' .. name)) do
    local waiting = p .. 'q:' .. name .. '/' .. id
    found[2] = found[2] + redis.call('ZCARD', waiting)
    local first = redis.call('ZRANGE', waiting, 0, 0)[1]
    local spec = first and spec_of(split(first))
    if spec and (found[4] < 0 or spec.created < found[4]) then
      found[4] = spec.created
    end
  end
end
for _, task in ipairs(redis.call('ZRANGE', p .. 'lease', 0, -1)) do
  local spec = spec_of(split(task))
  if spec then
    local found = queue(spec.queue)
    found[3] = found[3] + 1
  end
end
return { now, queues }
