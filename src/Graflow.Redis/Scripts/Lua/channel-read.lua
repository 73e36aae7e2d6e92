#!lua flags=allow-oom
--! arguments clock now cells
return load(argument())
