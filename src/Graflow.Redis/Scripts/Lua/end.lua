#!lua flags=no-writes
--! arguments
-- A run's last record, once it has ended.
local p = KEYS[1]
local run = argument()
local id, ended = unpack(redis.call('HMGET', p .. 'run:' .. run, 'id', 'ended'))
if not id then
  return { 'missing' }
end
local last = ended and redis.call('XREVRANGE', p .. 'log:' .. run, '+', '-', 'COUNT', 1)
if last and last[1] then
  return { 'ended', last[1][2][#last[1][2]] }
end
return { 'open' }
