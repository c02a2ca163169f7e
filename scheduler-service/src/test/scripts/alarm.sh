#!/bin/sh
# herald: Always alarms, once an hour
echo "looking" >&2
echo "not JSON yet"
echo '{"notify":true,"title":"Revenue","message":"It *dropped*","cooldown":"1h","data":{"today":3}}'
