# Makes the topics of TOPICS (name, then settings) that are missing, and leaves those that exist as they are.
set -euo pipefail
umask 077
bin=${KAFKA_BIN:-/opt/kafka/bin}
client=$(mktemp)
trap 'rm -f "$client" "$client.pem"' EXIT

# Within the quotes of a login, and within a properties file, a backslash is two.
quoted() { printf '%s' "$1" | sed -e 's/[\\"]/\\&/g' -e 's/\\/\\\\/g'; }

echo "security.protocol=$SECURITY_PROTOCOL" >"$client"
if [ -n "${SASL_MECHANISM:-}" ]; then
  case $SASL_MECHANISM in PLAIN) module=plain.PlainLoginModule ;; *) module=scram.ScramLoginModule ;; esac
  cat >>"$client" <<END
sasl.mechanism=$SASL_MECHANISM
sasl.jaas.config=org.apache.kafka.common.security.$module required username="$(quoted "$SASL_USERNAME")" password="$(quoted "$SASL_PASSWORD")";
END
fi
if [ -n "${TLS_CA:-}" ]; then
  printf 'ssl.truststore.type=PEM\nssl.truststore.location=%s\n' "$TLS_CA" >>"$client"
fi
if [ -n "${TLS_CERTIFICATE:-}" ]; then
  cat "$TLS_KEY" "$TLS_CERTIFICATE" >"$client.pem"
  printf 'ssl.keystore.type=PEM\nssl.keystore.location=%s\n' "$client.pem" >>"$client"
fi

printf '%s\n' "$TOPICS" | while read -r name settings; do
  case $name in '' | '#'*) continue ;; esac
  options=()
  for setting in $settings; do options+=(--config "$setting"); done
  "$bin/kafka-topics.sh" --bootstrap-server "$BOOTSTRAP_SERVERS" --command-config "$client" --create --if-not-exists \
    --topic "$name" --partitions "$PARTITIONS" --replication-factor "$REPLICAS" "${options[@]}" </dev/null
done
