-- Makes a run, of which some records are there already, with its first driver; with none where there is no name of one.
local function create(run, id, count, size, driver, by, lease)
  local key = p .. 'run:' .. run
  redis.call('ZADD', p .. 'all', now, run)
  if driver == '' then
    redis.call('HSET', key, 'id', id, 'created', now, 'written', now, 'position', count, 'size', size, 'epoch', 0)
  else
    redis.call('HSET', key, 'id', id, 'created', now, 'written', now, 'position', count, 'size', size, 'epoch', 1, 'driver', driver, 'by', by, 'lease', now + lease)
    redis.call('ZADD', p .. 'drive', now + lease, run)
  end
end
