#!lua flags=no-writes
-- A whole stream as it is at one moment: in parts, it might be another one by the second.
return redis.call('XRANGE', KEYS[1] .. ARGV[1], '-', '+')
