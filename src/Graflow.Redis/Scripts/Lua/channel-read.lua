#!lua flags=allow-oom
--! arguments clock now cells
open(argument())
return load(argument())
