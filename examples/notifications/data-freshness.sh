#!/bin/sh
# herald: Tells when files are older than they should be, or missing
# FRESH names them: lines of a number of hours, a space, and a path.
set -eu

stale=""
now=$(date +%s)

# JSON's own characters in a path would end its string.
quoted() { printf '%s' "$1" | sed 's/[\\"]/\\&/g' | tr -d '\000-\037'; }

while read -r hours path; do
  [ -n "$hours" ] || continue
  case $hours in *[!0-9]*) echo "FRESH: '$hours' is no number of hours" >&2; exit 1 ;; esac
  if [ ! -e "$path" ]; then
    stale="$stale\\n• $(quoted "$path") is missing"
    continue
  fi
  age=$(((now - $(stat -c %Y "$path")) / 3600))
  if [ "$age" -ge "$hours" ]; then
    stale="$stale\\n• $(quoted "$path") is $age h old, at most $hours h are allowed"
  fi
done <<EOF
$FRESH
EOF

if [ -z "$stale" ]; then
  echo '{"notify":false}'
else
  printf '{"notify":true,"title":"Data is stale","message":"%s","cooldown":"6h"}\n' "${stale#\\n}"
fi
