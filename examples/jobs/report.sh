#!/bin/sh
# How this machine is doing, as report.txt. A program of a job works in the job's own folder.
set -eu

# One line of JSON on stdout is a message to Herald.
tell() { printf '{"progress":%s,"item":"%s"}\n' "$1" "$2"; }

tell 0 "The time"
{ date; echo; } > report.txt
tell 30 "How busy it is"
{ uptime || cat /proc/loadavg; echo; } >> report.txt 2> /dev/null
tell 60 "Room on its disks"
{ df -h || true; } >> report.txt 2> /dev/null
printf '{"result":{"title":"Report of %s","files":["report.txt"]}}\n' "$(uname -n | tr -dc 'A-Za-z0-9._-')"
