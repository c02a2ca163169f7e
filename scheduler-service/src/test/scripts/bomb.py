#!/usr/bin/env python3
# herald: Starts as many processes as it can, in sessions of their own and under no name; none lives for more than 20 s
import os, time
end = time.time() + 20
while time.time() < end:
    try:
        if os.fork() == 0:
            os.setsid()
            os.closerange(0, 3)
    except OSError:
        time.sleep(0.001)
