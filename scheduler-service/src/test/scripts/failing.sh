#!/bin/sh
echo "no connection to the database" >&2
exit 3
