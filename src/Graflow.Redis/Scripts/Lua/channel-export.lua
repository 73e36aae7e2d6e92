#!lua flags=allow-oom
--! arguments clock now cells
-- Keys as they are: name, kind, type, value, elements, and for how many microseconds yet; 0 for ever.
open(argument())
local exported = {}
for _ = 1, number() do
  local key = argument()
  local kind, _, type, value, elements = unpack(load(key))
  if kind then
    local ends = redis.call('ZSCORE', expiring, key)
    table.insert(exported, { key, kind, type, value, elements, ends and ends - now or 0 })
  end
end
return exported
