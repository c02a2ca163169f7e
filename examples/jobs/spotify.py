"""Gets music of Spotify through spotdl, and tells Herald how far it is.

    spotify.py LINK     a link to a track, an album or a playlist, or its URI; SPOTDL names another program
"""

import json
import os
import re
import subprocess
import sys

# Also of links with a language (intl-de), a query (?si=…) or an embedding; the id is what counts.
LINK = re.compile(r"(?:.*[/:])?(track|album|playlist)[/:]([A-Za-z0-9]{22})(?:[/?#].*)?")
FOUND = re.compile(r"Found (\d+) songs")
DONE = re.compile(r'(?:Downloaded|Skipping) "?(.+?)"?(?:: .*| \(.*)?$')
LIST = "songs.spotdl"
SOUNDS = (".mp3", ".m4a", ".opus", ".ogg", ".flac", ".wav")


def tell(line):
    print(json.dumps(line), flush=True)


def address(link):
    """The plain address, whatever form the link has."""
    match = LINK.fullmatch(link)
    if not match:
        sys.exit("That is no link to a track, an album or a playlist.")
    return f"https://open.spotify.com/{match[1]}/{match[2]}"


def download(url):
    """Runs spotdl to its end and tells each song that is there."""
    command = [os.environ.get("SPOTDL", "spotdl"), "download", url, "--simple-tui", "--save-file", LIST]
    command += ["--output", "{list-position} {artists} - {title}.{output-ext}"]
    songs, done = 1, 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace") as spotdl:
        for line in spotdl.stdout:
            line = line.strip()
            print(line, file=sys.stderr, flush=True)
            if found := FOUND.search(line):
                songs = max(1, int(found[1]))
            if song := DONE.search(line):
                done += 1
                tell({"progress": min(99, 100 * done // songs), "item": song[1]})
    return spotdl.returncode


def known_songs():
    """What spotdl says of the songs; nothing where it says nothing."""
    try:
        with open(LIST, encoding="utf-8") as file:
            songs = json.load(file)
    except (OSError, ValueError):
        return []
    return [song for song in songs if isinstance(song, dict)] if isinstance(songs, list) else []


def title(songs, files):
    lists = {song["list_name"] for song in songs if song.get("list_name")}
    if len(lists) == 1:
        return lists.pop()
    return os.path.splitext(files[0])[0].strip()


def main(link):
    tell({"progress": 0, "item": "Asking what it is"})
    code = download(address(link))
    files = sorted(name for name in os.listdir() if name.endswith(SOUNDS))
    if not files:
        sys.exit(code or "There was nothing to get.")
    songs = known_songs()
    result = {"title": title(songs, files), "files": files}
    seconds = sum(song.get("duration") or 0 for song in songs)
    if seconds:
        result["duration"] = seconds
    tell({"result": result})


if __name__ == "__main__":
    main(sys.argv[1])
