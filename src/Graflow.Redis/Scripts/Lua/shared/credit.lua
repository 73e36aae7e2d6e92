-- A worker that asked for more tasks than there were leaves credit: as many more are pushed to it as they come, without its asking again. Credit holds for three seconds, so that little goes to a worker that stands still, and each step that claims takes it back first.
-- `credit:<worker>` has the proof of the claims, the places of the first, the next and the last of them, until when it holds, what the worker knows, for how long a claim holds, and by their places the tasks that were pushed. `idle:<queue>` has the workers that may have credit.
local CREDIT_LIFE, KEY_LIFE, PUSHED = 3000000, 60000, '<I4c0I4c0'

local function grant(worker, known, lease, nonce, first, last, queues)
  local key = p .. 'credit:' .. worker
  -- What is there already ends at its own time, whatever its worker does with it; the next step makes it anew.
  if redis.call('HSET', key, 'nonce', nonce, 'first', first, 'next', first, 'last', last, 'until', now + CREDIT_LIFE, 'known', known, 'lease', lease) > 0 then
    redis.call('PEXPIRE', key, KEY_LIFE)
  end
  for _, queue in ipairs(queues) do
    if redis.call('SADD', p .. 'idle:' .. queue, worker) > 0 then
      redis.call('PEXPIRE', p .. 'idle:' .. queue, KEY_LIFE)
    end
  end
end

-- Takes back what is left; what is granted anew takes its place. Of another process of the same name, whose proofs begin otherwise, the rest is left to its leases. Returns what was pushed and has not been heard of: its message is lost or still on its way.
local function revoke(worker, by, heard)
  local key, missed = p .. 'credit:' .. worker, {}
  local nonce, first, next = unpack(redis.call('HMGET', key, 'nonce', 'first', 'next'))
  if not nonce or string.sub(nonce, 1, 8) ~= string.sub(by, 1, 8) then
    return missed
  end
  for place = tonumber(first), tonumber(next) - 1 do
    local proof = nonce .. place
    if not heard[proof] then
      local task = redis.call('HGET', key, place)
      local run, path = split(task)
      local spec, claim = redis.call('HGET', p .. 't:' .. run, path), claim_of(run, path)
      if spec and claim and claim.nonce == proof then
        table.insert(missed, { task, claim.deliveries, spec, false, proof })
      end
    end
  end
  return missed
end

-- Makes a task that has just come the claim of a worker that waits for one, and sends it there. Says whether there was one.
local function push(task, queue, id, score, spec)
  local idle = p .. 'idle:' .. queue
  local worker = redis.call('SRANDMEMBER', idle)
  if not worker then
    return false
  end
  local key, channel = p .. 'credit:' .. worker, p .. 'push:' .. worker
  local nonce, place, last, ends, known, lease = unpack(redis.call('HMGET', key, 'nonce', 'next', 'last', 'until', 'known', 'lease'))
  -- A user who may not ask for that pushes nothing.
  local listeners = nonce and redis.pcall('PUBSUB', 'NUMSUB', channel)[2] or 0
  if listeners == 0 or tonumber(place) > tonumber(last) or tonumber(ends) < now then
    redis.call('SREM', idle, worker)
    return false
  elseif redis.call('SISMEMBER', p .. 'wk:' .. known, id) == 0 then
    return false
  end

  local run, path = split(task)
  local proof = nonce .. place
  redis.call('HSET', key, 'next', place + 1, place, task)
  redis.call('PEXPIRE', key, KEY_LIFE)
  redis.call('HSET', p .. 'c:' .. run, path, write_claim(tonumber(score), 1, 0, proof, worker))
  redis.call('ZADD', p .. 'lease', string.format('%.0f', now + lease), task)
  redis.call('PUBLISH', channel, struct.pack(PUSHED, #proof, proof, #task, task) .. spec)
  return true
end
