-- What became of a task goes to the end of its run's log, and its driver is told. A large value stands once among the run's payloads.
local told = {}

local function record(run, path, kind, attempt, value)
  local form = 'v'
  if #value > 1024 then
    redis.call('HSET', p .. 'p:' .. run, path, value)
    form, value = 'ref', path
  end
  redis.call('XADD', p .. 'log:' .. run, '*', 'o', path, 'k', kind, 'a', attempt, form, value)
  redis.call('HSET', p .. 'run:' .. run, 'written', now)
  redis.call('SREM', p .. 'rt:' .. run, path)
  told[run] = true
end

local function tell()
  for run in pairs(told) do
    local driver = redis.call('HGET', p .. 'run:' .. run, 'driver')
    if driver then
      redis.call('PUBLISH', p .. 'driver:' .. driver, run)
    end
  end
end
