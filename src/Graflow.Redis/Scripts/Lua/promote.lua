#!lua flags=allow-oom
--! arguments clock now queue
local promoted = redis.call('ZRANGEBYSCORE', p .. 'due', '-inf', now, 'LIMIT', 0, number())
for _, task in ipairs(promoted) do
  redis.call('ZREM', p .. 'due', task)
  local queue, id, score = unpack(redis.call('HMGET', p .. 't:' .. task, 'q', 'i', 's'))
  if queue then
    enqueue(task, queue, id, score)
  end
end
wake()
local first = redis.call('ZRANGE', p .. 'due', 0, 0, 'WITHSCORES')
return { #promoted, first[2] and math.max(0, tonumber(first[2]) - now) or -1 }
