# Asks every service of SERVICES whether it is ready, for up to two minutes, and WEBHOOK whether it refuses a stranger.
set -eu
for service in $SERVICES; do
  curl -fsS --retry "${RETRIES:-60}" --retry-delay 2 --retry-all-errors --max-time 5 -o /dev/null "$service/actuator/health/readiness"
  echo "ready: $service"
done
if [ -n "${WEBHOOK:-}" ]; then
  status=$(curl -sS --max-time 5 -o /dev/null -w '%{http_code}' -X POST -H 'Content-Type: application/json' -d '{"update_id":1}' "$WEBHOOK")
  case $status in
    401 | 403 | 404) echo "the webhook refuses a stranger: $status" ;;
    *) echo "the webhook answered a stranger with $status" >&2; exit 1 ;;
  esac
fi
