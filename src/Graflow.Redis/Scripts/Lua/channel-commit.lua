#!lua
--! arguments clock now cells apply
-- A task's writes, once under one token; who no longer drives the run writes none.
local run, epoch, token = argument(), argument(), argument()
local present = redis.call('HGET', p .. 'run:' .. run, 'epoch')
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
open(run)
if redis.call('SISMEMBER', p .. 'ct:' .. run, token) == 1 then
  return { 'ok' }
end
local writes = take_writes()
local misfit = check_writes(writes)
if misfit then
  return { 'misfit', misfit[1], misfit[2], misfit[3] }
end
apply_writes(writes)
redis.call('SADD', p .. 'ct:' .. run, token)
return { 'ok' }
