#!lua flags=allow-oom
--! arguments task outcome
-- What bodies tell while they run, behind what they told before. Numbers count the notes of a claim, so that a call that is made again, because its answer was lost, tells nothing twice.
local lost = {}
for i = 1, number() do
  local task, nonce, first, count = argument(), argument(), number(), number()
  local run, path = split(task)
  local claim = claim_of(run, path)
  local is_held = claim and claim.nonce == nonce
  local spec = is_held and spec_of(run, path)
  for place = first, first + count - 1 do
    local kind, amount, text = argument(), argument(), argument()
    if is_held and place > claim.notes then
      redis.call('XADD', p .. 'notes:' .. run, 'MAXLEN', '~', 10000, '*', 'o', path, 'a', spec.attempt, 'k', kind, 'n', amount, 'v', text)
      told[run] = run
    end
  end
  if is_held then
    redis.call('HSET', p .. 'c:' .. run, path, write_claim(claim.score, claim.deliveries, first + count - 1, nonce, claim.worker))
  else
    table.insert(lost, i)
  end
end
tell()
return lost
