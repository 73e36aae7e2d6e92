-- What became of a task goes to the outcomes of its run, and the run's driver is told.
local told = {}

local function record(run, path, kind, attempt, value)
  redis.call('XADD', p .. 'out:' .. run, '*', 'o', path, 'k', kind, 'a', attempt, 'v', value)
  told[run] = told[run] or {}
  table.insert(told[run], path)
end

local function tell()
  for run, paths in pairs(told) do
    if #paths > 0 then
      redis.call('SREM', p .. 'rt:' .. run, unpack(paths))
    end
    local driver = redis.call('HGET', p .. 'run:' .. run, 'driver')
    if driver then
      redis.call('PUBLISH', p .. 'driver:' .. driver, run)
    end
  end
end
