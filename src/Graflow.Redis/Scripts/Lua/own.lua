#!lua flags=allow-oom
--! arguments clock now task queue discard
-- Makes somebody the driver of a run: of the one that is named, or of the one that has waited longest among those whose flow it knows.
local run, driver, by, lease, known = argument(), argument(), argument(), number(), argument()
if run == '' then
  if redis.call('EXISTS', p .. 'wk:' .. known) == 0 then
    return { 'unknown' }
  end
  local best
  for _, flow in ipairs(redis.call('SINTER', p .. 'flows', p .. 'wk:' .. known)) do
    local first = redis.call('ZRANGE', p .. 'runs:' .. flow, 0, 0, 'WITHSCORES')
    if first[1] and (not best or tonumber(first[2]) < best) then
      run, best = first[1], tonumber(first[2])
    end
  end
  if not best then
    return { 'none' }
  end
end

local key = p .. 'run:' .. run
local id, position, flow, present, held = unpack(redis.call('HMGET', key, 'id', 'position', 'flow', 'by', 'lease'))
if held and tonumber(held) > now then
  return { 'locked', present }
end
if not id or (position == '0' and not flow) then
  return { 'missing' }
end

local epoch = redis.call('HINCRBY', key, 'epoch', 1)
redis.call('HSET', key, 'driver', driver, 'by', by, 'lease', now + lease)
redis.call('ZADD', p .. 'drive', now + lease, run)
if flow then
  unlist(run, flow)
end
-- What attempts of earlier drivers came to belongs to the same moment as the log.
local outcomes = epoch > 1 and redis.call('XRANGE', p .. 'out:' .. run, '-', '+') or {}
return { 'owned', id, epoch, tonumber(position), redis.call('XRANGE', p .. 'log:' .. run, '-', '+'), outcomes }
