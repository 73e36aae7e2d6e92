-- A run that has begun and waits for a driver stands with the others of its flow; `flows` says which flows have any.
local function unlist(run, flow)
  local waiting = p .. 'runs:' .. flow
  redis.call('ZREM', waiting, run)
  if redis.call('EXISTS', waiting) == 0 then
    redis.call('SREM', p .. 'flows', flow)
  end
end

local function list(run, flow)
  redis.call('ZADD', p .. 'runs:' .. flow, now, run)
  redis.call('SADD', p .. 'flows', flow)
  redis.call('PUBLISH', p .. 'wake', '')
end

-- Removes all that there is of a run, with its dead letters.
local function discard(run)
  local key = p .. 'run:' .. run
  local flow = redis.call('HGET', key, 'flow')
  withdraw_all(run)
  for _, path in ipairs(redis.call('SMEMBERS', p .. 'dr:' .. run)) do
    redis.call('UNLINK', p .. 'dl:' .. run .. '/' .. path)
    redis.call('ZREM', p .. 'dlq', run .. '/' .. path)
  end
  if flow then
    unlist(run, flow)
  end
  local cells = redis.call('HGETALL', p .. 'ch:' .. run)
  for i = 1, #cells, 2 do
    if string.sub(cells[i + 1], 1, 1) == 'l' then
      redis.call('UNLINK', p .. 'cl:' .. run .. '/' .. cells[i])
    end
  end
  for _, kind in ipairs({ 'log:', 't:', 'c:', 'out:', 'notes:', 'in:', 'dr:', 'p:', 'ch:', 'cv:', 'cx:', 'cw:', 'cs:', 'ct:' }) do
    redis.call('UNLINK', p .. kind .. run)
  end
  redis.call('UNLINK', key)
  for _, index in ipairs({ 'all', 'drive', 'ended' }) do
    redis.call('ZREM', p .. index, run)
  end
end
