#!lua flags=no-writes
--! arguments
local task = argument()
local letter = redis.call('HMGET', KEYS[1] .. 'dl:' .. task, 'r', 'v', 'q', 'i', 'a', 'd', 'w', 'at', 'why')
if not letter[1] then
  return {}
end
table.insert(letter, 1, task)
letter[11] = redis.call('HSTRLEN', KEYS[1] .. 'dl:' .. task, 'in')
return { letter }
