#!lua flags=no-writes
--! arguments dead
return { letter_of(argument()) }
