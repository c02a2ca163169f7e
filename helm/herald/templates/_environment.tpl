{{/* Settings that all services share, none of them secret: the ConfigMap's data. */}}
{{- define "herald.settings" -}}
KAFKA_BOOTSTRAP_SERVERS: {{ include "herald.bootstrapServers" . | quote }}
{{- with .Values.kafka.security }}
{{- if ne .protocol "PLAINTEXT" }}
KAFKA_SECURITY_PROTOCOL: {{ .protocol | quote }}
{{- end }}
{{- if hasPrefix "SASL" .protocol }}
KAFKA_SASL_MECHANISM: {{ .mechanism | quote }}
{{- end }}
{{- with .tls }}
{{- if .secret }}
{{- if .ca }}
KAFKA_TLS_CA_FILE: {{ printf "/run/herald/kafka-tls/%s" .ca | quote }}
{{- end }}
{{- if .certificate }}
KAFKA_TLS_CERTIFICATE_FILE: {{ printf "/run/herald/kafka-tls/%s" .certificate | quote }}
KAFKA_TLS_KEY_FILE: {{ printf "/run/herald/kafka-tls/%s" .key | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
HERALD_TOPICS_PARTITIONS: {{ .Values.kafka.topics.partitions | quote }}
HERALD_TOPICS_REPLICAS: {{ include "herald.topicReplicas" . | quote }}
REDIS_URL: {{ include "herald.redisUrl" . | quote }}
{{- if .Values.redis.tls.secret }}
REDIS_TLS_CA_FILE: {{ printf "/run/herald/redis-tls/%s" .Values.redis.tls.ca | quote }}
{{- end }}
{{- with .Values.publicUrl }}
PUBLIC_BASE_URL: {{ . | quote }}
{{- end }}
{{- with .Values.telegram }}
HERALD_INGEST: {{ .ingest | quote }}
{{- with .apiUrl }}
TELEGRAM_API_URL: {{ . | quote }}
{{- end }}
{{- with .allowedUserIds }}
TELEGRAM_ALLOWED_USER_IDS: {{ join "," . | quote }}
{{- end }}
{{- with .adminUserIds }}
TELEGRAM_ADMIN_USER_IDS: {{ join "," . | quote }}
{{- end }}
{{- range .bots }}
{{- if .username }}
HERALD_BOTS_{{ upper .name }}_USERNAME: {{ .username | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.callers }}
{{- with .issuerUri }}
HERALD_JWT_ISSUER_URI: {{ . | quote }}
{{- end }}
{{- with .audience }}
HERALD_JWT_AUDIENCE: {{ . | quote }}
{{- end }}
HERALD_USER_CLAIM: {{ .userClaim | quote }}
{{- end }}
{{- with .Values.tracing.otlpEndpoint }}
MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT: {{ . | quote }}
{{- end }}
{{- range $name, $value := .Values.env }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* Names of the Secret's keys that a service reads, one a line; each key is named after its variable. Call with (list root service). */}}
{{- define "herald.secretVariables" -}}
{{- $root := index . 0 -}}
{{- $service := index . 1 -}}
{{- if $service.botTokens }}
TELEGRAM_BOT_TOKEN
{{- end }}
{{- if $service.webhookSecrets }}
TELEGRAM_WEBHOOK_SECRET
TELEGRAM_WEBHOOK_SECRET_PREVIOUS
{{- end }}
{{- range $root.Values.telegram.bots }}
{{- if ne .name "main" }}
{{- if $service.botTokens }}
HERALD_BOTS_{{ upper .name }}_TOKEN
{{- end }}
{{- if $service.webhookSecrets }}
HERALD_BOTS_{{ upper .name }}_WEBHOOKSECRET
{{- end }}
{{- end }}
{{- end }}
{{- range $service.secrets }}
{{ . }}
{{- end }}
{{- if hasPrefix "SASL" $root.Values.kafka.security.protocol }}
KAFKA_SASL_USERNAME
KAFKA_SASL_PASSWORD
{{- end }}
{{- if not $root.Values.redis.trial.enabled }}
REDIS_USERNAME
REDIS_PASSWORD
{{- end }}
{{- range $root.Values.secrets.furtherVariables }}
{{ . }}
{{- end }}
{{- end -}}

{{/*
The environment of a container beside the shared ConfigMap. A key that the Secret does not have is left out: the service itself
says in one line what it lacks. Call with (list root service).
*/}}
{{- define "herald.environment" -}}
{{- $root := index . 0 -}}
{{- $service := index . 1 -}}
{{- $settings := index $root.Values $service.values -}}
- name: SERVER_PORT
  value: {{ $service.port | quote }}
- name: JDK_JAVA_OPTIONS
  value: {{ $settings.javaOptions | quote }}
{{- range (include "herald.secretVariables" . | trim | splitList "\n" | compact) }}
- name: {{ . }}
  valueFrom:
    secretKeyRef:
      name: {{ include "herald.secret" $root }}
      key: {{ . }}
      optional: true
{{- end }}
{{- if eq $service.values "gateway" }}
{{- with $settings.oidc.issuerUri }}
- name: HERALD_OIDC_ISSUER_URI
  value: {{ . | quote }}
- name: HERALD_OIDC_CLIENT_ID
  value: {{ $settings.oidc.clientId | quote }}
{{- end }}
{{- with $settings.trustedProxies }}
- name: HERALD_WEBHOOK_TRUSTEDPROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- if has $service.values (list "gateway" "scheduler") }}
- name: HERALD_JOBS_FOLDER
  value: /var/lib/herald/jobs
{{- end }}
{{- if and (eq $service.values "scheduler") $settings.jobs }}
- name: HERALD_JOBS_FILE
  value: /etc/herald/jobs/jobs.yaml
{{- end }}
{{- if and (eq $service.values "scheduler") $settings.scripts }}
- name: HERALD_SCRIPTS_FOLDERS
  value: /etc/herald/scripts
{{- end }}
{{- if and (eq $service.values "worker") $settings.templates }}
- name: HERALD_TEMPLATES
  value: /etc/herald/templates
{{- end }}
{{- range $name, $value := $settings.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}
