-- The workers that have shown signs of life, by what they said of themselves.
local function roster()
  local workers = {}
  for _, worker in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1] .. 'workers', '(' .. string.format('%.0f', now), '+inf')) do
    local about = redis.call('HGETALL', KEYS[1] .. 'w:' .. worker)
    if about[1] then
      table.insert(workers, { worker, about })
    end
  end
  return workers
end
