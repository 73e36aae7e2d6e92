local now = clock()
