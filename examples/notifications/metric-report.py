#!/usr/bin/env python3
# herald: Sends a chart of the last four weeks
"""Draws the last 28 values of a CSV file as a chart, with nothing but Python's standard library.

    METRIC_CSV    the file, with the column date and that of the metric
    METRIC        name of that column
"""

import csv
import json
import os
import struct
import sys
import zlib

DAYS = 28
WIDTH, HEIGHT, SCALE = 840, 420, 2
LEFT, RIGHT, TOP, BOTTOM = 90, 20, 20, 40
PAPER, GRID, BAR, LAST, INK = b"\xff\xff\xff", b"\xe3\xe6\xea", b"\x7f\xa7\xd9", b"\x1f\x5f\xb0", b"\x40\x48\x52"

# Each glyph is five rows of three dots.
GLYPHS = {
    "0": "###/#.#/#.#/#.#/###", "1": ".#./##./.#./.#./###", "2": "###/..#/###/#../###", "3": "###/..#/.##/..#/###",
    "4": "#.#/#.#/###/..#/..#", "5": "###/#../###/..#/###", "6": "###/#../###/#.#/###", "7": "###/..#/.#./.#./.#.",
    "8": "###/#.#/###/#.#/###", "9": "###/#.#/###/..#/###", ".": ".../.../.../.../.#.", "-": ".../.../###/.../...",
    "k": "#../#.#/##./##./#.#", "M": "#.#/###/###/#.#/#.#",
}


class Picture:
    """Dots of three bytes; written as PNG."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.rows = [bytearray(PAPER * width) for _ in range(height)]

    def box(self, x, y, width, height, colour):
        left, right = max(0, x), min(self.width, x + width)
        for row in self.rows[max(0, y):max(0, y + height)]:
            row[3 * left:3 * right] = colour * max(0, right - left)

    def text(self, x, y, text, colour):
        """Its top left corner; glyphs that are not known are blanks."""
        for at, letter in enumerate(text):
            for row, dots in enumerate(GLYPHS.get(letter, "").split("/")):
                for column, dot in enumerate(dots):
                    if dot == "#":
                        self.box(x + (4 * at + column) * SCALE, y + row * SCALE, SCALE, SCALE, colour)

    def png(self):
        def chunk(kind, content):
            return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        dots = zlib.compress(b"".join(b"\0" + bytes(row) for row in self.rows), 9)
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def short(number):
    """At most five letters: 950, 1.2k, 3.4M."""
    for size, letter in ((1_000_000, "M"), (1000, "k")):
        if abs(number) >= size:
            return f"{number / size:.1f}{letter}"
    return f"{number:g}"


def step(most):
    """Distance of the lines: 1, 2 or 5 times a power of ten, so that there are four to nine of them."""
    size = 1.0
    while size * 10 <= most:
        size *= 10
    while size > most:
        size /= 10
    return next(size * factor for factor in (0.2, 0.5, 1, 2) if most / (size * factor) <= 9)


def chart(days):
    """A picture of (date, value) pairs, the last one marked."""
    picture = Picture(WIDTH, HEIGHT)
    most = max(max(value for _, value in days), 0) or 1
    between = step(most)
    top = between * -(-most // between)
    floor, height = HEIGHT - BOTTOM, HEIGHT - TOP - BOTTOM
    for line in range(int(top / between + 0.5) + 1):
        y = floor - int(height * line * between / top)
        picture.box(LEFT, y, WIDTH - LEFT - RIGHT, 1, GRID)
        label = short(line * between)
        picture.text(LEFT - 10 - 4 * SCALE * len(label), y - 2 * SCALE, label, INK)
    room = (WIDTH - LEFT - RIGHT) / len(days)
    for at, (date, value) in enumerate(days):
        x, tall = LEFT + int(at * room), int(height * max(value, 0) / top)
        is_last = at == len(days) - 1
        picture.box(x + 3, floor - tall, max(1, int(room) - 6), tall, LAST if is_last else BAR)
        # A date a week, counted back from the last day.
        if (len(days) - 1 - at) % 7 == 0:
            picture.text(min(x, WIDTH - 5 * 4 * SCALE - 4), floor + 12, date[5:], INK)
    picture.box(LEFT, floor, WIDTH - LEFT - RIGHT, 2, INK)
    return picture


def main(path, metric):
    with open(path, newline="", encoding="utf-8") as file:
        days = sorted((row["date"], float(row[metric])) for row in csv.DictReader(file))[-DAYS:]
    if not days:
        sys.exit("The file has no days.")
    with open("chart.png", "wb") as file:
        file.write(chart(days).png())
    values = [value for _, value in days]
    message = f"{days[-1][0]}: {values[-1]:,g}\nAverage of {len(days)} days: {sum(values) / len(values):,.1f}"
    print(json.dumps({"notify": True, "title": f"{metric.capitalize()} until {days[-1][0]}", "message": message, "image_path": "chart.png"}))


if __name__ == "__main__":
    main(os.environ["METRIC_CSV"], os.environ.get("METRIC", "orders"))
