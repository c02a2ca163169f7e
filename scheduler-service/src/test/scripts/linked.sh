#!/bin/sh
ln -s /etc/hostname chart.png
echo '{"notify":true,"title":"Look","image_path":"chart.png"}'
