#!lua
--! arguments clock now task queue credit creation ending
-- What a driver does to its run, in order: records, submissions of tasks, and what else follows from them. Positions count all of it, over all drivers, so that a call that is made again, because its answer was lost, does nothing twice.
local run, epoch, position, seen, id = argument(), argument(), number(), argument(), argument()
local key, log, out, inputs, tasks = p .. 'run:' .. run, p .. 'log:' .. run, p .. 'out:' .. run, p .. 'p:' .. run, p .. 't:' .. run
local present, reached, size = unpack(redis.call('HMGET', key, 'epoch', 'position', 'size'))
if id ~= '' then
  -- Its driver does not know yet whether the run is there.
  local driver, by, lease = argument(), argument(), number()
  if not present and position > 1 then
    return { 'gap', 0 }
  elseif not present then
    create(run, id, 0, 0, driver, by, lease)
    present, reached, size = epoch, 0, 0
  end
end
local count = number()
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
reached, size = tonumber(reached), tonumber(size)
if position > reached + 1 then
  return { 'gap', reached }
end

-- Attempts that an earlier driver handed over may have ended since their outcomes were looked at.
local over
local function is_over(attempt, path)
  if seen == '' then
    return false
  end
  if not over then
    over = {}
    for _, entry in ipairs(redis.call('XRANGE', out, '(' .. seen, '+')) do
      over[entry[2][1]] = true
    end
  end
  return over[attempt .. ' ' .. path]
end

local function forget(name)
  if name ~= '' then
    redis.call('HDEL', inputs, name)
  end
end

-- Higher priorities first, then the order of coming. 2^44 tasks fit between two priorities. The call takes as many places at once as it can need.
local sequence
local function place(priority)
  sequence = (sequence or redis.call('HINCRBY', p .. 'cell', 'sequence', count) - count) + 1
  return string.format('%.0f', -priority * 17592186044416 + sequence)
end

-- What is ready waits for the others of the call, so that those of one line are one command.
local arriving = {}
local function line_up(task, queue, id, score)
  local name = queue .. '/' .. id
  local line = arriving[name]
  if not line then
    line = { queue = queue, id = id }
    arriving[name] = line
  end
  local size = #line
  line[size + 1], line[size + 2] = score, task
end

-- A few may go to workers that wait for them.
local fresh, few = {}, 8
local function arrive(task, queue, id, score, spec)
  if count <= few and spec then
    table.insert(fresh, { task, queue, id, score, spec })
  else
    line_up(task, queue, id, score)
  end
end

local function push_or_line_up()
  if #fresh > 1 then
    table.sort(fresh, function(a, b)
      return tonumber(a[4]) < tonumber(b[4])
    end)
  end
  for _, task in ipairs(fresh) do
    if not push(unpack(task)) then
      line_up(unpack(task))
    end
  end
  fresh = {}
end

local function queue_up()
  push_or_line_up()
  for _, line in pairs(arriving) do
    enqueue(line.queue, line.id, unpack(line))
  end
  arriving = {}
end

-- An attempt that is there already stays what it is; another one in its place goes.
local function make_task(path, priority, spec, name, input)
  local _, attempt, queue, id = struct.unpack(SPEC, spec)
  if is_over(attempt, path) then
    return
  end
  if input ~= '' then
    redis.call('HSETNX', inputs, name, input)
  end
  if redis.call('HSETNX', tasks, path, spec) == 0 then
    if spec_of(run, path).attempt == attempt then
      return
    end
    queue_up()
    withdraw(run, path)
    redis.call('HSET', tasks, path, spec)
  end
  arrive(run .. '/' .. path, queue, id, place(priority), name == '' and spec)
end

-- Each takes its arguments, and then, if it is new, does what they say.
local created, records, settled, changed, ended = struct.pack('<d', now), {}, {}, {}, false
local kinds = {
  r = function(is_new)
    local bytes = argument()
    if is_new then
      local last = #records
      records[last + 1], records[last + 2] = 'r', bytes
      size = size + #bytes
    end
  end,
  t = function(is_new)
    local path, priority, spec, name, input = argument(), number(), created .. argument(), argument(), argument()
    if is_new then
      make_task(path, priority, spec, name, input)
    end
  end,
  w = function(is_new)
    local path, attempt, name = argument(), number(), argument()
    if is_new then
      queue_up()
      local spec = spec_of(run, path)
      if spec and spec.attempt == attempt then
        withdraw(run, path)
      end
      forget(name)
    end
  end,
  a = function(is_new)
    local entry, name = argument(), argument()
    if is_new then
      table.insert(settled, entry)
      forget(name)
    end
  end,
  f = function(is_new)
    local flow = argument()
    if is_new then
      changed = { 'flow', flow }
    end
  end,
  e = function(is_new)
    if is_new then
      queue_up()
      end_run(run)
      ended = true
    end
  end,
}

for i = 1, count do
  kinds[argument()](position + i - 1 > reached)
end
queue_up()
if #records > 0 then
  redis.call('XADD', log, '*', unpack(records))
end
if #settled > 0 and not ended then
  redis.call('XDEL', out, unpack(settled))
end
reached = math.max(reached, position + count - 1)
redis.call('HSET', key, 'position', reached, 'size', size, 'written', now, unpack(changed))
wake()
return { 'ok', reached }
