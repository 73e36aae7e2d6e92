#!lua flags=no-writes
--! clock now
local p = KEYS[1]
local heads = {}
for _, run in ipairs(redis.call('ZRANGE', p .. 'all', 0, -1)) do
  local id, size, written, by, lease, ended, position = unpack(redis.call('HMGET', p .. 'run:' .. run, 'id', 'size', 'written', 'by', 'lease', 'ended', 'position'))
  if id and position ~= '0' then
    table.insert(heads, { id, tonumber(size), written, lease and tonumber(lease) > now and by or '', ended and 1 or 0 })
  end
end
return heads
