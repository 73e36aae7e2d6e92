#!lua flags=allow-oom
--! arguments clock now
-- What has come for a run's driver since it last looked: notes, and, once there are no more of them, outcomes; and which mail is the last. Notes that it has are not kept.
local p = KEYS[1]
local run, epoch, note, outcome, most = argument(), argument(), argument(), argument(), number()
local present = redis.call('HGET', p .. 'run:' .. run, 'epoch')
if present ~= epoch then
  return { present and 'fenced' or 'missing' }
end
local stream = p .. 'notes:' .. run
if note ~= '' then
  redis.call('XTRIM', stream, 'MINID', note)
end
local notes = redis.call('XRANGE', stream, note == '' and '-' or '(' .. note, '+', 'COUNT', most)
local outcomes = {}
if #notes < most then
  outcomes = redis.call('XRANGE', p .. 'out:' .. run, outcome == '' and '-' or '(' .. outcome, '+', 'COUNT', most)
end
local mail = redis.call('XREVRANGE', p .. 'in:' .. run, '+', '-', 'COUNT', 1)
return { 'ok', notes, outcomes, mail[1] and mail[1][1] or '', (#notes == most or #outcomes == most) and 1 or 0 }
