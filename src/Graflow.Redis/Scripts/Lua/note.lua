#!lua flags=allow-oom
--! arguments clock queue outcome
-- What bodies tell while they run, behind what they told before. Numbers count the notes of a claim, so that a call that is made again, because its answer was lost, tells nothing twice.
local lost = {}
for i = 1, number() do
  local task, claim, first, count = argument(), argument(), number(), number()
  local key = p .. 't:' .. task
  local present, run, path, attempt, told_claim, reached = unpack(redis.call('HMGET', key, 'n', 'r', 'v', 'a', 'nc', 'nn'))
  if told_claim ~= claim then
    reached = 0
  end
  for place = first, first + count - 1 do
    local kind, amount, text = argument(), argument(), argument()
    if present == claim and place > tonumber(reached) then
      redis.call('XADD', p .. 'notes:' .. run, 'MAXLEN', '~', 10000, '*', 'o', path, 'a', attempt, 'k', kind, 'n', amount, 'v', text)
      told[run] = told[run] or {}
    end
  end
  if present == claim then
    redis.call('HSET', key, 'nc', claim, 'nn', first + count - 1)
  else
    table.insert(lost, i)
  end
end
tell()
return lost
