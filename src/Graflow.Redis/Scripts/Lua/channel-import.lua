#!lua
--! arguments clock now cells
-- Keys as they were in the channel of another run, which may be in another cell.
local run, epoch = argument(), argument()
local present = redis.call('HGET', p .. 'run:' .. run, 'epoch')
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
open(run)
for _ = 1, number() do
  local key, kind, type, value, elements, life = argument(), argument(), argument(), argument(), argument(), number()
  if kind == 'l' then
    redis.call('SET', elements_of(key), elements)
  end
  put(key, kind, type, value, life)
end
return { 'ok' }
