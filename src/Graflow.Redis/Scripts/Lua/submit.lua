#!lua
--! arguments clock now queue task
local run, epoch = argument(), argument()
local present = redis.call('HGET', p .. 'run:' .. run, 'epoch')
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
local made = {}
for i = 1, number() do
  made[i] = make_task(run, take_task())
end
wake()
return { 'ok', made }
