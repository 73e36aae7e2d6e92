#!lua flags=allow-oom
--! arguments clock queue
-- Takes tasks of a run back, or all of them. Who runs one is told, and what comes of it is stale.
local run, epoch, count = argument(), argument(), number()
local present = redis.call('HGET', p .. 'run:' .. run, 'epoch')
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end

local paths = {}
for i = 1, count do
  paths[i] = argument()
end
if count == 0 then
  paths = redis.call('SMEMBERS', p .. 'rt:' .. run)
end

local waiting, running = 0, 0
for _, path in ipairs(paths) do
  local worker = withdraw(run, path)
  if worker == '' then
    waiting = waiting + 1
  elseif worker then
    running = running + 1
  end
end
return { 'ok', waiting, running }
