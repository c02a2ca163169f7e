"""Takes four seconds, tells how far it is, and leaves a file.

A link that ends in /fail fails. One that ends in /again does not come to an end before it is begun again.
"""

import json
import os
import sys
import time


def tell(line):
    print(json.dumps(line), flush=True)


link = sys.argv[1]
is_first = not os.path.exists(".begun")
open(".begun", "w").close()
for step in range(8):
    tell({"progress": step * 12, "item": f"Part {step + 1} of 8"})
    time.sleep(0.5)
while link.endswith("/again") and is_first:
    time.sleep(1)
if link.endswith("/fail"):
    print("part 9 is missing", file=sys.stderr)
    sys.exit(3)
with open("tune.txt", "w") as file:
    file.write("do re mi fa so la ti do\n")
tell({"result": {"title": "A tune", "duration": 83, "files": ["tune.txt"]}})
