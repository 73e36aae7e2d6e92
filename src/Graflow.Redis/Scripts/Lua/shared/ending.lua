-- Nobody goes on with the run: what tasks it has are taken back, its driver leaves it, and retention may take it.
local function end_run(run)
  withdraw_all(run)
  redis.call('UNLINK', p .. 't:' .. run, p .. 'c:' .. run, p .. 'out:' .. run, p .. 'notes:' .. run, p .. 'p:' .. run, p .. 'ct:' .. run)
  local key = p .. 'run:' .. run
  redis.call('HSET', key, 'ended', now)
  redis.call('HDEL', key, 'driver', 'by', 'lease')
  redis.call('ZREM', p .. 'drive', run)
  redis.call('ZADD', p .. 'ended', now, run)
  redis.call('PUBLISH', p .. 'ended:' .. run, '')
end
