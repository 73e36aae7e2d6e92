#!lua
--! arguments clock now cells
if not open(argument()) then
  return -1
end
-- How: 'set'; 'add' if there is none; 'replace' if it is still the version that was read; 'same' to be told whether it is.
local how, key, version, kind, type, value, life = argument(), argument(), argument(), argument(), argument(), argument(), number()
local _, present = find(key)
if how == 'add' and present then
  return 0
end
if (how == 'replace' or how == 'same') and (present or '0') ~= version then
  return 0
end
if how ~= 'same' then
  put(key, kind, type, value, how ~= 'replace' and life or nil)
end
return 1
