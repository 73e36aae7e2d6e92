#!lua flags=allow-oom
--! arguments clock now task queue discard
local run = argument()
local id, by, held = unpack(redis.call('HMGET', p .. 'run:' .. run, 'id', 'by', 'lease'))
if held and tonumber(held) > now then
  return { 'locked', by }
end
if not id then
  return { 'missing' }
end
discard(run)
return { 'ok' }
