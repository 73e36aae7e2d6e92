#!lua flags=allow-oom
--! arguments clock now task queue discard
-- Its driver leaves a run for another one to go on. A run without any record never was.
local run, epoch = argument(), argument()
local key = p .. 'run:' .. run
local present, position, flow, over = unpack(redis.call('HMGET', key, 'epoch', 'position', 'flow', 'ended'))
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end

redis.call('ZREM', p .. 'drive', run)
redis.call('HDEL', key, 'driver', 'by', 'lease')
if position == '0' and not flow then
  discard(run)
elseif flow and not over then
  list(run, flow)
end
return { 'ok' }
