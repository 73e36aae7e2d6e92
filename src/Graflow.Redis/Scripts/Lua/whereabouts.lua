#!lua flags=no-writes
--! arguments clock now roster
-- What there is of a run beside its log: who drives it, where its tasks are, and which workers could have it or them.
local p = KEYS[1]
local run, most = argument(), number()
local id, flow, by, held, ended = unpack(redis.call('HMGET', p .. 'run:' .. run, 'id', 'flow', 'by', 'lease', 'ended'))
if not id then
  return { 'missing' }
end

local tasks, wanted = {}, {}
for i, path in ipairs(redis.call('SMEMBERS', p .. 'rt:' .. run)) do
  local task = run .. '/' .. path
  local queue, body, attempt, deliveries, worker = unpack(redis.call('HMGET', p .. 't:' .. task, 'q', 'i', 'a', 'd', 'w'))
  if queue and #tasks < most then
    local lease, due = redis.call('ZSCORE', p .. 'lease', task), redis.call('ZSCORE', p .. 'due', task)
    local ahead = redis.call('ZRANK', p .. 'q:' .. queue .. '/' .. body, task)
    table.insert(tasks, { path, body, queue, attempt, deliveries, lease and worker or '', lease or '', due or '', ahead or -1 })
    wanted[body] = true
  end
end

local workers = roster()
for _, worker in ipairs(workers) do
  local known = redis.call('HGET', p .. 'w:' .. worker[1], 'known')
  local ids = {}
  for body in pairs(wanted) do
    if redis.call('SISMEMBER', p .. 'wk:' .. known, body) == 1 then
      table.insert(ids, body)
    end
  end
  if flow and redis.call('SISMEMBER', p .. 'wk:' .. known, flow) == 1 then
    table.insert(ids, flow)
  end
  table.insert(worker, ids)
end

local waiting = flow and redis.call('ZSCORE', p .. 'runs:' .. flow, run)
local is_held = held and tonumber(held) > now
return { 'ok', flow or '', is_held and by or '', is_held and held or '', waiting or '', ended and 1 or 0, redis.call('SCARD', p .. 'rt:' .. run), tasks, workers }
