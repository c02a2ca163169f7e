"""Looks like a slow download: makes a small sound, with progress. Needs nothing but Python 3.

    demo.py LINK        DEMO_SECONDS: how long it takes, 10 by default; a link that ends in /fail fails
"""

import json
import math
import os
import struct
import sys
import time
import wave

NOTES = [("C", 261.63), ("D", 293.66), ("E", 329.63), ("F", 349.23), ("G", 392.00), ("A", 440.00), ("B", 493.88), ("c", 523.25)]
RATE = 8000
SECONDS_OF_A_NOTE = 0.5


def tell(line):
    """One line of JSON on stdout is a message to Herald; nobody waits for a buffer to fill."""
    print(json.dumps(line), flush=True)


def sound(frequency):
    count = int(RATE * SECONDS_OF_A_NOTE)
    return b"".join(struct.pack("<h", int(9000 * math.sin(2 * math.pi * frequency * i / RATE))) for i in range(count))


def main(link):
    pause = float(os.environ.get("DEMO_SECONDS", "10")) / len(NOTES)
    # Written beside and renamed at the end: what lies there under its name is whole. Names with a dot are not handed out.
    with wave.open(".scale.wav", "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
        for done, (name, frequency) in enumerate(NOTES):
            tell({"progress": 100 * done // len(NOTES), "item": f"Note {name}"})
            if link.endswith("/fail") and done == len(NOTES) // 2:
                sys.exit(f"The note {name} can't be found anywhere.")
            file.writeframes(sound(frequency))
            time.sleep(pause)
    os.replace(".scale.wav", "scale.wav")
    tell({"result": {"title": "A scale", "duration": len(NOTES) * SECONDS_OF_A_NOTE, "files": ["scale.wav"]}})


if __name__ == "__main__":
    main(sys.argv[1])
