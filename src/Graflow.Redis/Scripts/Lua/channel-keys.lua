#!lua flags=allow-oom
--! arguments clock now cells
open(argument())
return redis.call('HKEYS', heads)
