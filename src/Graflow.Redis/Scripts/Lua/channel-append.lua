#!lua
--! arguments clock now cells
if not open(argument()) then
  return { 'missing' }
end
local key, list, element = argument(), argument(), argument()
local kind, _, held = find(key)
if kind and held ~= list then
  return { 'type', held }
end
return { 'ok', append(key, list, element) }
