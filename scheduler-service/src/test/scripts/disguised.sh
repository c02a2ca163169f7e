#!/bin/sh
echo 'root:x:0' > chart.png
echo '{"notify":true,"title":"Look","image_path":"chart.png"}'
