-- Nobody goes on with the run: what tasks it has are taken back, its driver leaves it, and retention may take it.
local function end_run(run)
  withdraw_all(run)
  for _, kind in ipairs({ 't:', 'c:', 'out:', 'notes:', 'p:', 'ct:' }) do
    redis.call('UNLINK', p .. kind .. run)
  end
  local key = p .. 'run:' .. run
  redis.call('HSET', key, 'ended', now)
  redis.call('HDEL', key, 'driver', 'by', 'lease')
  redis.call('ZREM', p .. 'drive', run)
  redis.call('ZADD', p .. 'ended', now, run)
  redis.call('PUBLISH', p .. 'ended:' .. run, '')
end
