#!lua flags=allow-oom
--! arguments clock now cells
open(argument())
local keys = { argument() }
if keys[1] == '' then
  keys = redis.call('HKEYS', heads)
end
local removed = 0
for _, key in ipairs(keys) do
  if find(key) then
    remove(key, 'deleted')
    removed = removed + 1
  end
end
return removed
