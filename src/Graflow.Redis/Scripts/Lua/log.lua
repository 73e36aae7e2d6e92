#!lua
--! arguments clock now
-- Adds records to a run's log, or puts others in their place. Positions count the calls' items, so that a call that is made again, because its answer was lost, does nothing twice.
local p = KEYS[1]
local run, epoch, position, how = argument(), argument(), number(), argument()
local key, log = p .. 'run:' .. run, p .. 'log:' .. run
local present, reached, size = unpack(redis.call('HMGET', key, 'epoch', 'position', 'size'))
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
reached, size = tonumber(reached), tonumber(size)
if position > reached + 1 then
  return { 'gap', reached }
end

local count = number()
if how == 'add' then
  for i = 1, count do
    local bytes = argument()
    if position + i - 1 > reached then
      redis.call('XADD', log, '*', 'r', bytes)
      size = size + #bytes
    end
  end
  reached = math.max(reached, position + count - 1)
elseif position > reached then
  redis.call('UNLINK', log)
  size = 0
  for _ = 1, count do
    local bytes = argument()
    redis.call('XADD', log, '*', 'r', bytes)
    size = size + #bytes
  end
  reached = position
end
redis.call('HSET', key, 'position', reached, 'size', size, 'written', now)
return { 'ok', reached }
