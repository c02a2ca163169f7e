#!/usr/bin/env python3
# herald: Sends a picture of one pixel
import base64, json
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
with open("chart.png", "wb") as file:
    file.write(base64.b64decode(PIXEL))
print(json.dumps({"notify": True, "title": "One pixel", "image_path": "chart.png"}))
