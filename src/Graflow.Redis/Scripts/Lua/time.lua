#!lua
--! clock
return clock()
