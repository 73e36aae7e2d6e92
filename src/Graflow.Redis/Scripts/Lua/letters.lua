#!lua flags=no-writes
--! arguments dead
local p = KEYS[1]
local limit = number()
local letters = {}
for i, task in ipairs(redis.call('ZREVRANGE', p .. 'dlq', 0, limit - 1)) do
  letters[i] = letter_of(task)
end
return { redis.call('ZCARD', p .. 'dlq'), letters }
