#!lua flags=no-writes
--! arguments
local p = KEYS[1]
local limit = number()
local letters = {}
for i, task in ipairs(redis.call('ZREVRANGE', p .. 'dlq', 0, limit - 1)) do
  local letter = redis.call('HMGET', p .. 'dl:' .. task, 'r', 'v', 'q', 'i', 'a', 'd', 'w', 'at', 'why')
  table.insert(letter, 1, task)
  letter[11] = redis.call('HSTRLEN', p .. 'dl:' .. task, 'in')
  letters[i] = letter
end
return { redis.call('ZCARD', p .. 'dlq'), letters }
