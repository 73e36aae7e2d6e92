#!lua flags=allow-oom
--! arguments
local inbox = KEYS[1] .. 'in:' .. argument()
local removed = redis.call('XDEL', inbox, argument())
if redis.call('XLEN', inbox) == 0 then
  redis.call('UNLINK', inbox)
end
return removed
