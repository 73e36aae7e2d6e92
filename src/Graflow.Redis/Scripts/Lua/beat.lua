#!lua flags=allow-oom
--! arguments clock now
local p = KEYS[1]
local worker, self, lease, life, known = argument(), argument(), number(), number(), argument()

-- Says which of the things that it holds are no longer its own.
local function renew(index, key, field, name, holder)
  local lost = {}
  for i = 1, number() do
    local held, proof = argument(), argument()
    local found, by = unpack(redis.call('HMGET', p .. key .. held, field, holder))
    -- One that was reaped is nobody's, though nobody has taken it yet.
    if found == proof and by then
      redis.call('ZADD', p .. index, 'XX', now + lease, held)
      if name then
        redis.call('HSET', p .. key .. held, name, now + lease)
      end
    else
      table.insert(lost, i)
    end
  end
  return lost
end

local lost_tasks = renew('lease', 't:', 'n', nil, 'w')
local lost_runs = renew('drive', 'run:', 'epoch', 'lease', 'driver')

-- Who calls itself as another one does that is alive takes nothing from it.
local other = {}
if worker ~= '' then
  local key = p .. 'w:' .. worker
  redis.call('ZREMRANGEBYSCORE', p .. 'workers', '-inf', now)
  local ends = redis.call('ZSCORE', p .. 'workers', worker)
  local present, host, pid = unpack(redis.call('HMGET', key, 'self', 'host', 'pid'))
  if ends and (present or '') ~= self then
    other = { host or '', pid or '', ends, ends - now }
  elseif life == 0 then
    redis.call('UNLINK', key)
    redis.call('ZREM', p .. 'workers', worker)
  else
    for i = 1, number() do
      local name, value = argument(), argument()
      redis.call('HSET', key, name, value)
    end
    redis.call('HSET', key, 'self', self, 'seen', now, 'known', known)
    redis.call('PEXPIRE', key, life)
    redis.call('ZADD', p .. 'workers', now + life * 1000, worker)
    redis.call('PEXPIRE', p .. 'wk:' .. known, life * 10)
  end
end
return { lost_tasks, lost_runs, other }
