#!lua
--! arguments clock now queue task ending
-- What a driver does to its run, in order: records, submissions of tasks, and what else follows from them. Positions count all of it, over all drivers, so that a call that is made again, because its answer was lost, does nothing twice.
local run, epoch, position, seen, count = argument(), argument(), number(), argument(), number()
local key, log, out, inputs = p .. 'run:' .. run, p .. 'log:' .. run, p .. 'out:' .. run, p .. 'p:' .. run
local present, reached, size = unpack(redis.call('HMGET', key, 'epoch', 'position', 'size'))
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
reached, size = tonumber(reached), tonumber(size)
if position > reached + 1 then
  return { 'gap', reached }
end

-- Attempts that an earlier driver handed over may have ended since their outcomes were looked at.
local over
local function is_over(task)
  if not over then
    over = {}
    for _, entry in ipairs(seen == '' and {} or redis.call('XRANGE', out, '(' .. seen, '+')) do
      over[entry[2][6] .. ' ' .. entry[2][2]] = true
    end
  end
  return over[task.attempt .. ' ' .. task.path]
end

local function forget(name)
  if name ~= '' then
    redis.call('HDEL', inputs, name)
  end
end

-- Each takes its arguments, and then, if it is new, does what they say.
local kinds = {
  r = function(is_new)
    local bytes = argument()
    if is_new then
      redis.call('XADD', log, '*', 'r', bytes)
      size = size + #bytes
    end
  end,
  t = function(is_new)
    local task = take_task()
    if is_new and not is_over(task) then
      make_task(run, task)
    end
  end,
  w = function(is_new)
    local path, attempt, name = argument(), argument(), argument()
    if is_new then
      if redis.call('HGET', p .. 't:' .. run .. '/' .. path, 'a') == attempt then
        withdraw(run, path)
      end
      forget(name)
    end
  end,
  a = function(is_new)
    local entry, name = argument(), argument()
    if is_new then
      redis.call('XDEL', out, entry)
      forget(name)
    end
  end,
  f = function(is_new)
    local flow = argument()
    if is_new then
      redis.call('HSET', key, 'flow', flow)
    end
  end,
  e = function(is_new)
    if is_new then
      end_run(run)
    end
  end,
}

for i = 1, count do
  kinds[argument()](position + i - 1 > reached)
end
reached = math.max(reached, position + count - 1)
redis.call('HSET', key, 'position', reached, 'size', size, 'written', now)
wake()
return { 'ok', reached }
