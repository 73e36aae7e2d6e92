#!lua flags=allow-oom
--! arguments clock now cells apply task queue outcome credit
local worker, lease, nonce, known, wanted, alone = argument(), number(), argument(), argument(), number(), argument()
if wanted > 0 then
  -- Two keys: what the worker knows, and whether it has given this very call up and asked for what it claimed.
  local there = redis.call('EXISTS', p .. 'wk:' .. known, p .. 'void:' .. nonce)
  if there == 0 then
    return { 'unknown' }
  elseif there == 2 then
    return { 'void' }
  end
end

local queues = {}
for i = 1, number() do
  queues[i] = argument()
end
local picks = {}
if #queues > 1 then
  for i = 1, wanted do
    picks[i] = queues[number()]
  end
end

-- The tasks of each run, so that what is asked of all of them is one command.
local function by_run(tasks)
  local groups, found = {}, {}
  for i, task in ipairs(tasks) do
    local run, path = split(task)
    local group = found[run]
    if not group then
      group = { run = run, paths = {}, places = {} }
      found[run] = group
      table.insert(groups, group)
    end
    table.insert(group.paths, path)
    table.insert(group.places, i)
  end
  return groups
end

-- Their claims, by their places.
local function claims_of(groups, count)
  local claims = {}
  for i = 1, count do
    claims[i] = false
  end
  for _, group in ipairs(groups) do
    for i, claim in ipairs(redis.call('HMGET', p .. 'c:' .. group.run, unpack(group.paths))) do
      claims[group.places[i]] = claim and read_claim(claim)
    end
  end
  return claims
end

local revokes, grants, heard = argument() == '1', argument() == '1', {}
for _ = 1, number() do
  heard[argument()] = true
end

local again, finished, names = number(), {}, {}
for i = 1, number() do
  names[i] = argument()
  finished[i] = { attempt = argument(), nonce = argument(), kind = argument(), value = argument(), writes = take_writes() }
end

-- A result counts only while its claim does: whose lease was lost comes late, and somebody else has the task or has had it. The first of them were sent before, and may have been written then.
local verdicts, misfits, released, committed = {}, {}, {}, {}
local groups = by_run(names)
local claims = claims_of(groups, #names)
local function finish(i, run, path)
  local task, claim, misfit = finished[i], claims[i], nil
  local is_held = claim and claim.nonce == task.nonce and not released[names[i]]
  if is_held and #task.writes > 0 then
    open(run)
    misfit = check_writes(task.writes)
  end
  if not is_held and i > again then
    redis.call('HINCRBY', p .. 'cell', 'stale', 1)
  elseif misfit then
    table.insert(misfits, { i, misfit[1], misfit[2], misfit[3] })
  end
  if not is_held or misfit then
    return false
  end
  if task.kind == 'b' then
    local spec = spec_of(run, path)
    claim.deliveries = claim.deliveries - 1
    unclaim(run, path, claim)
    enqueue(spec.queue, spec.id, claim.score, names[i])
  else
    apply_writes(task.writes)
    if claim.notes > 0 then
      -- The driver has to read them first.
      told[run] = run
    end
    record(run, path, task.kind, task.attempt, task.value)
    table.insert(committed, path)
  end
  released[names[i]] = true
  return true
end

for i = 1, #names do
  verdicts[i] = 0
end
for _, group in ipairs(groups) do
  for i, place in ipairs(group.places) do
    if finish(place, group.run, group.paths[i]) then
      verdicts[place] = 1
    end
  end
  if #committed > 0 then
    redis.call('HDEL', p .. 't:' .. group.run, unpack(committed))
    redis.call('HDEL', p .. 'c:' .. group.run, unpack(committed))
    committed = {}
  end
end
local free = {}
for task in pairs(released) do
  table.insert(free, task)
end
if #free > 0 then
  redis.call('ZREM', p .. 'lease', unpack(free))
end
tell()

-- What was pushed to the worker, and it did not know of when it asked, takes the place of what it asks for.
local missed = revokes and revoke(worker, nonce, heard) or {}
wanted = math.max(wanted - #missed, 0)

-- Of each queue, the ids that it has and the worker knows.
local ready = {}
local function ready_in(queue)
  local found = ready[queue]
  if not found then
    found = {}
    for i, id in ipairs(redis.call('SINTER', p .. 'ready:' .. queue, p .. 'wk:' .. known)) do
      found[i] = { queue = queue, id = id, key = p .. 'q:' .. queue .. '/' .. id }
    end
    ready[queue] = found
  end
  return found
end

local function best_of(found)
  local best
  for i = #found, 1, -1 do
    local line = found[i]
    if not line.score then
      line.score = tonumber(redis.call('ZRANGE', line.key, 0, 0, 'WITHSCORES')[2])
    end
    if not line.score then
      table.remove(found, i)
      leave(line.queue, line.id)
    elseif not best or line.score < best.score then
      best = line
    end
  end
  return best
end

local function take(queue)
  local found = ready_in(queue)
  local line = found[1]
  if #found > 1 then
    line = best_of(found)
  end
  if not line then
    return nil
  end
  local popped = redis.call('ZPOPMIN', line.key)
  line.score, line.popped = nil, true
  if not popped[1] then
    table.remove(found, 1)
    leave(line.queue, line.id)
    return nil
  end
  return popped[1], popped[2], line
end

local function take_any(first)
  local task, score, line = take(first)
  for i = 1, #queues do
    if task then
      break
    end
    task, score, line = take(queues[i])
  end
  return task, score, line
end

-- What was picked, in its order: names, where each was and its place there.
local picked = { names = {}, lines = {}, scores = {} }
local function pick(task, score, line)
  table.insert(picked.names, task)
  table.insert(picked.lines, line)
  table.insert(picked.scores, score)
end

local sole = #queues == 1 and wanted > 0 and ready_in(queues[1])
if sole and #sole == 1 then
  local popped = redis.call('ZPOPMIN', sole[1].key, wanted)
  for i = 1, #popped, 2 do
    pick(popped[i], popped[i + 1], sole[1])
  end
  sole[1].popped = true
else
  for i = 1, wanted do
    local task, score, line = take_any(picks[i] or queues[1])
    if not task then
      break
    end
    pick(task, score, line)
  end
end

local function stored_input(run, spec)
  local _, _, _, _, ref = struct.unpack(SPEC, spec)
  return ref ~= '' and redis.call('HGET', p .. 'p:' .. run, ref)
end

local claimed, leases, waits, lease_end = {}, {}, 0, string.format('%.0f', now + lease)
groups = by_run(picked.names)
claims = claims_of(groups, #picked.names)
-- Two workers have died over it, or beside it: with nothing else in the next one, it is known which.
local most = #picked.names
for i = 1, most do
  if claims[i] and claims[i].deliveries >= 2 then
    grants = false
    if alone == '0' or #missed > 0 or i > 1 then
      most, waits = i - 1, 1
    else
      most = i
    end
    for j = most + 1, #picked.names do
      put_back(picked.lines[j].queue, picked.lines[j].id, picked.scores[j], picked.names[j])
    end
    break
  end
end

for _, group in ipairs(groups) do
  local held, specs = {}, redis.call('HMGET', p .. 't:' .. group.run, unpack(group.paths))
  for i, place in ipairs(group.places) do
    local path, spec = group.paths[i], specs[i]
    if place <= most and not spec then
      claimed[place] = false
    elseif place <= most then
      local deliveries = claims[place] and claims[place].deliveries + 1 or 1
      table.insert(held, path)
      table.insert(held, write_claim(tonumber(picked.scores[place]), deliveries, 0, nonce .. place, worker))
      table.insert(leases, lease_end)
      table.insert(leases, picked.names[place])
      claimed[place] = { picked.names[place], deliveries, spec, stored_input(group.run, spec) }
    end
  end
  if #held > 0 then
    redis.call('HSET', p .. 'c:' .. group.run, unpack(held))
  end
end
if #leases > 0 then
  redis.call('ZADD', p .. 'lease', unpack(leases))
end
for _, found in pairs(ready) do
  for _, line in ipairs(found) do
    if line.popped and redis.call('EXISTS', line.key) == 0 then
      leave(line.queue, line.id)
    end
  end
end
wake()

local granted = grants and wanted - #picked.names or 0
if granted > 0 then
  grant(worker, known, lease, nonce, #picked.names + 1, wanted, queues)
elseif revokes then
  redis.call('DEL', p .. 'credit:' .. worker)
end
return { 'ok', verdicts, claimed, waits, misfits, missed, granted }
