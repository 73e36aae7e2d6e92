#!lua flags=allow-oom
--! arguments clock now task
local worker, self, lease, life, known = argument(), argument(), number(), number(), argument()

-- Says which of the things that it holds are no longer its own. One that was reaped is nobody's, though nobody has taken it yet. Runs that are gone have a minus before their place.
local lost_tasks, lost_runs = {}, {}
for i = 1, number() do
  local task, nonce = argument(), argument()
  local claim = claim_of(split(task))
  if claim and claim.nonce == nonce then
    redis.call('ZADD', p .. 'lease', 'XX', now + lease, task)
  else
    table.insert(lost_tasks, i)
  end
end
for i = 1, number() do
  local run, epoch = argument(), argument()
  local found, driver = unpack(redis.call('HMGET', p .. 'run:' .. run, 'epoch', 'driver'))
  if found == epoch and driver then
    redis.call('ZADD', p .. 'drive', 'XX', now + lease, run)
    redis.call('HSET', p .. 'run:' .. run, 'lease', now + lease)
  else
    table.insert(lost_runs, found and i or -i)
  end
end

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
