#!/usr/bin/env python3
bytearray(3 << 30)
print('{"notify":false}')
