#!lua
--! arguments clock now
-- Adds records to a run's log, or puts others in their place. Positions count the calls' items, so that a call that is made again, because its answer was lost, does nothing twice.
local p = KEYS[1]
local run, epoch, position, seen = argument(), argument(), number(), argument()
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
if seen == '' then
  for i = 1, count do
    local bytes = argument()
    if position + i - 1 > reached then
      redis.call('XADD', log, '*', 'r', bytes)
      size = size + #bytes
    end
  end
  reached = math.max(reached, position + count - 1)
elseif position > reached then
  -- What workers have added since the new records were made stays, behind them.
  local kept = {}
  for _, entry in ipairs(redis.call('XRANGE', log, '(' .. seen, '+')) do
    if entry[2][1] == 'o' then
      table.insert(kept, entry[2])
    end
  end
  -- Trimmed, not deleted: ids go on from where they were.
  redis.call('XTRIM', log, 'MAXLEN', 0)
  size = 0
  for _ = 1, count do
    local bytes = argument()
    redis.call('XADD', log, '*', 'r', bytes)
    size = size + #bytes
  end
  for _, fields in ipairs(kept) do
    redis.call('XADD', log, '*', unpack(fields))
  end
  reached = position
end
redis.call('HSET', key, 'position', reached, 'size', size, 'written', now)
return { 'ok', reached }
