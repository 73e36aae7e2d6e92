#!lua
--! arguments clock now cells
local key, list, element = argument(), argument(), argument()
local kind, _, held = find(key)
if kind and held ~= list then
  return { 'type', held }
end

local count, elements = 0, elements_of(key)
if kind == 'l' then
  count = tonumber(redis.call('HGET', values, key))
elseif kind == 'v' then
  -- A list that was stored whole: its count in four bytes, and then the elements.
  local bytes = redis.call('HGET', values, key)
  local b1, b2, b3, b4 = string.byte(bytes, 1, 4)
  count = b1 + b2 * 256 + b3 * 65536 + b4 * 16777216
  redis.call('SET', elements, string.sub(bytes, 5))
end
redis.call('APPEND', elements, element)
put(key, 'l', list, count + 1, nil)
return { 'ok', count + 1 }
