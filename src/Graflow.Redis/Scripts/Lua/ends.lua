#!lua flags=no-writes
--! arguments
-- A run's first record and its last.
local log = KEYS[1] .. 'log:' .. argument()
local records = {}
for _, entry in ipairs(redis.call('XRANGE', log, '-', '+', 'COUNT', 1)) do
  table.insert(records, entry[2][2])
end
for _, entry in ipairs(redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)) do
  table.insert(records, entry[2][#entry[2]])
end
return records
