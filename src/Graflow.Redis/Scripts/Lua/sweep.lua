#!lua flags=allow-oom
--! arguments clock now task queue discard
local age, count, limit = number(), number(), number()
local swept = 0
local function sweep(runs)
  for _, run in ipairs(runs) do
    -- Who has just ended it may still be reading.
    if not redis.call('ZSCORE', p .. 'drive', run) then
      discard(run)
      swept = swept + 1
    end
  end
end

sweep(redis.call('ZRANGEBYSCORE', p .. 'ended', '-inf', now - age, 'LIMIT', 0, limit))
local over = math.min(redis.call('ZCARD', p .. 'ended') - count, limit - swept)
if over > 0 then
  sweep(redis.call('ZRANGE', p .. 'ended', 0, over - 1))
end
return swept
