#!/bin/sh
head -c 5000 /dev/urandom
