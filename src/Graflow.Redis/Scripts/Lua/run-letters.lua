#!lua flags=no-writes
--! arguments dead
local run = argument()
local letters = {}
for _, path in ipairs(redis.call('SMEMBERS', KEYS[1] .. 'dr:' .. run)) do
  table.insert(letters, letter_of(run .. '/' .. path))
end
return letters
