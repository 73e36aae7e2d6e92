-- Recorded writes to a run's channel, all or none. Needs `cells`, and the run's channel opened.
-- Each is an operation and a key, and then: of `set` and `add` kind, type, value and life; of `append` the list's type and the element; of `increment` by how much; of `delete` nothing.
local function take_writes()
  local writes = {}
  for i = 1, number() do
    local write = { how = argument(), key = argument() }
    if write.how == 'set' or write.how == 'add' then
      write.kind, write.type, write.value, write.life = argument(), argument(), argument(), number()
    elseif write.how == 'append' then
      write.type, write.value = argument(), argument()
    elseif write.how == 'increment' then
      write.by = argument()
    end
    writes[i] = write
  end
  return writes
end

-- Says which write does not fit, why, and what its key holds; nil when all do. What the earlier ones leave counts for the later ones. Writes nothing that stays.
local function check_writes(writes)
  local left, scratch, misfit = {}, p .. 'scratch', nil
  for i, write in ipairs(writes) do
    local key = write.key
    local cell = left[key]
    if not cell then
      local kind, _, held = find(key)
      cell = { kind = kind, type = held, counted = false }
      left[key] = cell
    end
    if write.how == 'set' or (write.how == 'add' and not cell.kind) then
      left[key] = { kind = write.kind, type = write.type, number = write.value, counted = false }
    elseif write.how == 'delete' then
      left[key] = { number = '0', counted = false }
    elseif write.how == 'append' then
      if cell.kind and cell.type ~= write.type then
        misfit = { i, 'type', cell.type }
        break
      end
      left[key] = { kind = 'l', type = write.type }
    elseif write.how == 'increment' then
      if cell.kind and cell.kind ~= 'n' then
        misfit = { i, 'type', cell.type }
        break
      end
      -- Redis adds, since numbers of Lua are doubles: to a copy.
      if not cell.counted then
        redis.call('HSET', scratch, key, cell.number or redis.call('HGET', values, key) or '0')
      end
      if type(redis.pcall('HINCRBY', scratch, key, write.by)) == 'table' then
        misfit = { i, 'overflow', '' }
        break
      end
      left[key] = { kind = 'n', type = 'System.Int64', counted = true }
    end
  end
  redis.call('UNLINK', scratch)
  return misfit
end

local function apply_writes(writes)
  for _, write in ipairs(writes) do
    local key = write.key
    if write.how == 'set' or (write.how == 'add' and not find(key)) then
      put(key, write.kind, write.type, write.value, write.life)
    elseif write.how == 'delete' and find(key) then
      remove(key, 'deleted')
    elseif write.how == 'append' then
      append(key, write.type, write.value)
    elseif write.how == 'increment' then
      redis.call('HINCRBY', values, key, write.by)
      put(key, 'n', 'System.Int64', nil, nil)
    end
  end
end
