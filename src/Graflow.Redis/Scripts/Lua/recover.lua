#!lua flags=allow-oom
--! arguments clock queue
-- Gives back at once what calls claimed whose answers were lost. A call that is still on its way claims nothing any more.
local life, back = argument(), {}
local lost = {}
for _ = 1, number() do
  local nonce = argument()
  lost[nonce] = true
  redis.call('SET', p .. 'void:' .. nonce, '', 'PX', life)
end
for _, task in ipairs(redis.call('ZRANGE', p .. 'lease', 0, -1)) do
  local key = p .. 't:' .. task
  local claim, queue, id, score = unpack(redis.call('HMGET', key, 'n', 'q', 'i', 's'))
  if claim and lost[string.sub(claim, 1, 16)] then
    redis.call('ZREM', p .. 'lease', task)
    redis.call('HDEL', key, 'n', 'w')
    redis.call('HINCRBY', key, 'd', -1)
    enqueue(task, queue, id, score)
    table.insert(back, task)
  end
end
wake()
return back
