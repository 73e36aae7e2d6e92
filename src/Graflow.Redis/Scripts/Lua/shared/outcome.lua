-- What became of an attempt goes to the outcomes of its run: one field, its number and its path, with a letter for how it ended (d done, f failed, c crashed) before what it came to. The run's driver is told that there is news: the run's name, and, where one small outcome is all, that too: its place, the length of its field, the field and the value.
local told, largest = {}, 1024

local function record(run, path, kind, attempt, value)
  local field, outcome = attempt .. ' ' .. path, kind .. value
  local entry = redis.call('XADD', p .. 'out:' .. run, '*', field, outcome)
  local is_sole = told[run] == nil and #outcome <= largest
  told[run] = is_sole and run .. '\n' .. entry .. '\n' .. #field .. '\n' .. field .. outcome or run
end

local function tell()
  for run, news in pairs(told) do
    local driver = redis.call('HGET', p .. 'run:' .. run, 'driver')
    if driver then
      redis.call('PUBLISH', p .. 'driver:' .. driver, news)
    end
  end
end
