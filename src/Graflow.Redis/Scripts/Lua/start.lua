#!lua
--! arguments clock now task queue discard creation
local run, id, flow = argument(), argument(), argument()
local driver, by, lease = argument(), argument(), number()
local key = p .. 'run:' .. run

-- A run that was created and never written to never was, once its maker is gone.
local written, listed, held = unpack(redis.call('HMGET', key, 'position', 'flow', 'lease'))
if written then
  if written ~= '0' or listed or tonumber(held or 0) > now then
    return 'exists'
  end
  discard(run)
end

local size, count = 0, number()
for _ = 1, count do
  local bytes = argument()
  size = size + #bytes
  redis.call('XADD', p .. 'log:' .. run, '*', 'r', bytes)
end
create(run, id, count, size, driver, by, lease)
if flow ~= '' then
  redis.call('HSET', key, 'flow', flow)
end
if driver == '' and flow ~= '' then
  list(run, flow)
end
return 'created'
