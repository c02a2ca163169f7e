#!/bin/sh
echo '{"notify":true,"title":"T","data":{"rows":2}}'
