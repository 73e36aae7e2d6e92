#!lua
--! arguments
local p = KEYS[1]
local run, mail = argument(), argument()
local id, driver = unpack(redis.call('HMGET', p .. 'run:' .. run, 'id', 'driver'))
if not id then
  return { 'missing' }
end
local number = redis.call('XADD', p .. 'in:' .. run, '*', 'm', mail)
if driver then
  redis.call('PUBLISH', p .. 'driver:' .. driver, run)
end
return { 'ok', number }
