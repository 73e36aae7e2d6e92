#!lua flags=allow-oom
--! arguments clock now cells
return redis.call('HKEYS', heads)
