#!lua flags=no-writes
--! arguments clock now task roster
-- What there is of a run beside its log: who drives it, where its tasks are, and which workers could have it or them.
local run, most = argument(), number()
local id, flow, by, held, ended = unpack(redis.call('HMGET', p .. 'run:' .. run, 'id', 'flow', 'by', 'lease', 'ended'))
if not id then
  return { 'missing' }
end

local tasks, wanted = {}, {}
for _, path in ipairs(redis.call('HKEYS', p .. 't:' .. run)) do
  if #tasks == most then
    break
  end
  local task = run .. '/' .. path
  local spec, claim = spec_of(run, path), claim_of(run, path)
  local lease = redis.call('ZSCORE', p .. 'lease', task)
  local ahead = redis.call('ZRANK', p .. 'q:' .. spec.queue .. '/' .. spec.id, task)
  table.insert(tasks, { path, spec.id, spec.queue, spec.attempt, claim and claim.deliveries or 0, lease and claim and claim.worker or '', lease or '', ahead or -1 })
  wanted[spec.id] = true
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
return { 'ok', flow or '', is_held and by or '', is_held and held or '', waiting or '', ended and 1 or 0, redis.call('HLEN', p .. 't:' .. run), tasks, workers }
