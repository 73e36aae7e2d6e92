#!lua flags=no-writes
--! arguments
local p = KEYS[1]
local limit = number()
local letters = {}
for i, task in ipairs(redis.call('ZREVRANGE', p .. 'dlq', 0, limit - 1)) do
  local letter = redis.call('HMGET', p .. 'dl:' .. task, 'r', 'v', 'q', 'i', 'a', 'd', 'w', 'at', 'why', 'in')
  table.insert(letter, 1, task)
  letters[i] = letter
end
return { redis.call('ZCARD', p .. 'dlq'), letters }
