#!/bin/sh
# herald: Never ends, and takes no notice of being asked to
trap '' TERM HUP INT
(trap '' TERM; setsid sh -c 'trap "" TERM; sleep 30' &)
while :; do sleep 0.1; done
