#!/bin/sh
echo '{"notify": false,
  "title": "over several lines"}'
