#!/bin/sh
id -u > whoami.txt
env > env.txt
echo '{"notify":false}'
