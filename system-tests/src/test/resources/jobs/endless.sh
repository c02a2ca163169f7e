# Ends when it is ended, and so do its children: one that ignores SIGTERM, and one that left the session.
(trap '' TERM; while :; do sleep 1; done) &
setsid sh -c 'while :; do sleep 1; done' &
echo '{"progress":50,"item":"half of nothing"}'
while :; do sleep 1; done
