#!lua
--! arguments clock now
-- Puts others in the place of a log's records up to the one that was seen last; what came after it stays behind them. Made again after its answer was lost, it finds that record gone and does nothing.
local p = KEYS[1]
local run, epoch, last = argument(), argument(), argument()
local key, log = p .. 'run:' .. run, p .. 'log:' .. run
local present = redis.call('HGET', key, 'epoch')
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
if #redis.call('XRANGE', log, last, last) == 0 then
  return { 'ok' }
end

local later = redis.call('XRANGE', log, '(' .. last, '+')
-- Trimmed, not deleted: ids go on from where they were.
redis.call('XTRIM', log, 'MAXLEN', 0)
local size = 0
for _ = 1, number() do
  local bytes = argument()
  redis.call('XADD', log, '*', 'r', bytes)
  size = size + #bytes
end
for _, entry in ipairs(later) do
  redis.call('XADD', log, '*', unpack(entry[2]))
  for i = 2, #entry[2], 2 do
    size = size + #entry[2][i]
  end
end
redis.call('HSET', key, 'size', size, 'written', now)
return { 'ok' }
