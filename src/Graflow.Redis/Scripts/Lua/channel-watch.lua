#!lua flags=allow-oom
--! arguments clock now cells
-- At first the key as it is; from then on what has changed since. Who does not ask again in time is no watcher any more.
local run = argument()
local is_there = open(run)
local key, watcher, lease, after = argument(), argument(), number(), argument()
redis.call('ZREMRANGEBYSCORE', watchers, '-inf', now)
if lease == 0 or not is_there then
  redis.call('ZREM', watchers, watcher)
else
  redis.call('ZADD', watchers, now + lease, watcher)
end
if redis.call('EXISTS', watchers) == 0 then
  redis.call('UNLINK', changes)
end

local last = redis.call('XREVRANGE', changes, '+', '-', 'COUNT', 1)
local id = last[1] and last[1][1] or '0-0'
if after == '' then
  return { id, {}, load(key) }
end
local seen = {}
for _, entry in ipairs(redis.call('XRANGE', changes, '(' .. after, '+')) do
  local fields = entry[2]
  if fields[4] == key then
    table.insert(seen, { fields[2], fields[6], fields[8], fields[10], fields[12], fields[14] })
  end
end
local ended = redis.call('HEXISTS', p .. 'run:' .. run, 'id') == 0 or redis.call('HEXISTS', p .. 'run:' .. run, 'ended') == 1
return { id == '0-0' and after or id, seen, ended and 1 or 0 }
