-- The arguments, one after the other.
local taken = 0
local function argument()
  taken = taken + 1
  return ARGV[taken]
end
local function number()
  return tonumber(argument())
end
