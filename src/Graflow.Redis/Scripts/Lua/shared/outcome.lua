-- What became of an attempt goes to the outcomes of its run: one field, its number and its path, with a letter for how it ended (d done, f failed, c crashed) before what it came to. The run's driver is told.
local told = {}

local function record(run, path, kind, attempt, value)
  redis.call('XADD', p .. 'out:' .. run, '*', attempt .. ' ' .. path, kind .. value)
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
