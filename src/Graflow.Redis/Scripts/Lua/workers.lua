#!lua flags=no-writes
--! clock now roster
return roster()
