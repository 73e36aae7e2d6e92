-- A task that was given up, but for its input; nil when there is none of that name.
local function letter_of(task)
  local key = KEYS[1] .. 'dl:' .. task
  local letter = redis.call('HMGET', key, 'r', 'v', 'q', 'i', 'a', 'd', 'w', 'at', 'why')
  if not letter[1] then
    return nil
  end
  table.insert(letter, 1, task)
  letter[11] = redis.call('HSTRLEN', key, 'in')
  return letter
end
