#!/usr/bin/env python3
# herald: Prints a gigabyte
import sys
for _ in range(1024):
    sys.stdout.buffer.write(b"x" * (1 << 20))
