#!lua
--! arguments clock now cells
if not open(argument()) then
  return { 'missing' }
end
local key, by = argument(), argument()
local kind, _, held = find(key)
if kind and kind ~= 'n' then
  return { 'type', held }
end
-- Not in Lua, whose numbers are doubles.
local sum = redis.pcall('HINCRBY', values, key, by)
if type(sum) == 'table' then
  return { 'overflow' }
end
put(key, 'n', 'System.Int64', nil, nil)
return { 'ok', redis.call('HGET', values, key) }
