#!lua flags=allow-oom
--! arguments task queue
-- Gives back at once what calls claimed whose answers were lost, and what was pushed on their credit, but for what the worker has heard of. A call that is still on its way claims nothing any more.
local life, back = argument(), {}
local lost = {}
for _ = 1, number() do
  local nonce = argument()
  lost[nonce] = true
  redis.call('SET', p .. 'void:' .. nonce, '', 'PX', life)
end
local kept = {}
for _ = 1, number() do
  kept[argument()] = true
end
for _, task in ipairs(redis.call('ZRANGE', p .. 'lease', 0, -1)) do
  local run, path = split(task)
  local spec, claim = spec_of(run, path), claim_of(run, path)
  if spec and claim and lost[string.sub(claim.nonce, 1, 16)] and not kept[claim.nonce] then
    redis.call('ZREM', p .. 'lease', task)
    claim.deliveries = claim.deliveries - 1
    unclaim(run, path, claim)
    enqueue(spec.queue, spec.id, claim.score, task)
    table.insert(back, task)
  end
end
wake()
return back
