{{/*
What the schema can't say: values that contradict each other. Each message begins with the value's name and says what to do.
*/}}
{{- define "herald.checks" -}}
{{- include "herald.checkBackends" . -}}
{{- include "herald.checkSecrets" . -}}
{{- include "herald.checkScaling" . -}}
{{- include "herald.checkEdge" . -}}
{{- end -}}

{{- define "herald.checkBackends" -}}
{{- if not (include "herald.services" . | fromYamlArray) }}
{{- fail "gateway.enabled, bot.enabled, scheduler.enabled, worker.enabled: switch at least one on" }}
{{- end }}
{{- if and .Values.kafka.trial.enabled .Values.kafka.bootstrapServers }}
{{- fail "kafka.bootstrapServers: names your own Kafka, but kafka.trial.enabled asks for one in the cluster; choose" }}
{{- end }}
{{- if not (or .Values.kafka.trial.enabled .Values.kafka.bootstrapServers) }}
{{- fail "kafka.bootstrapServers: name your Kafka as host:port, several by comma; or set kafka.trial.enabled=true to try Herald" }}
{{- end }}
{{- if and .Values.redis.trial.enabled .Values.redis.url }}
{{- fail "redis.url: names your own Redis, but redis.trial.enabled asks for one in the cluster; choose" }}
{{- end }}
{{- if not (or .Values.redis.trial.enabled .Values.redis.url) }}
{{- fail "redis.url: name your Redis, such as rediss://redis.example.com:6379; or set redis.trial.enabled=true to try Herald" }}
{{- end }}
{{- if and .Values.kafka.trial.enabled (ne .Values.kafka.security.protocol "PLAINTEXT") }}
{{- fail "kafka.security.protocol: the Kafka of kafka.trial speaks PLAINTEXT alone" }}
{{- end }}
{{- with .Values.kafka.security }}
{{- if and .tls.secret (not (hasSuffix "SSL" .protocol)) }}
{{- fail "kafka.security.tls.secret: is of use with kafka.security.protocol SSL or SASL_SSL alone" }}
{{- end }}
{{- if and .tls.certificate (not .tls.key) }}
{{- fail "kafka.security.tls.key: name the key of the Secret that holds the certificate's private key (PKCS 8)" }}
{{- end }}
{{- end }}
{{- if and .Values.redis.tls.secret (not (hasPrefix "rediss" .Values.redis.url)) }}
{{- fail "redis.tls.secret: is of use with a redis.url that begins with rediss alone" }}
{{- end }}
{{- if and .Values.kafka.topics.job.enabled .Values.kafka.trial.enabled }}
{{- fail "kafka.topics.job.enabled: in the Kafka of kafka.trial the services make the topics themselves" }}
{{- end }}
{{- if and .Values.scheduler.jobs (not (hasKey .Values.scheduler.jobs "jobs.yaml")) }}
{{- fail "scheduler.jobs: one of the files has to be jobs.yaml, which says what kinds of jobs there are" }}
{{- end }}
{{- end -}}

{{- define "herald.checkSecrets" -}}
{{- $secrets := .Values.secrets -}}
{{- $sources := 0 -}}
{{- if $secrets.existingSecret }}{{ $sources = add1 $sources }}{{ end -}}
{{- if $secrets.externalSecret.enabled }}{{ $sources = add1 $sources }}{{ end -}}
{{- if $secrets.values }}{{ $sources = add1 $sources }}{{ end -}}
{{- if gt (int $sources) 1 }}
{{- fail "secrets: only one of existingSecret, externalSecret and values can be the source" }}
{{- end }}
{{- if eq (int $sources) 0 }}
{{- fail "secrets.existingSecret: name the Secret with TELEGRAM_BOT_TOKEN and the like, or use secrets.externalSecret" }}
{{- end }}
{{- with $secrets.externalSecret }}
{{- if and .enabled (not .store.name) }}
{{- fail "secrets.externalSecret.store.name: name the store to read from" }}
{{- end }}
{{- if and .enabled (not (or .extract .data)) }}
{{- fail "secrets.externalSecret.extract: name what to read, or list the variables in secrets.externalSecret.data" }}
{{- end }}
{{- end }}
{{- $places := dict "env" .Values.env -}}
{{- range $service := list "gateway" "bot" "scheduler" "worker" }}{{ $places = set $places (printf "%s.env" $service) (index $.Values $service "env") }}{{ end -}}
{{- range $place, $variables := $places }}
{{- range $name, $_ := $variables }}
{{- if regexMatch "(_TOKEN|_SECRET|_WEBHOOKSECRET|_PASSWORD|_API_KEYS|JAAS_CONFIG)$" $name }}
{{- fail (printf "%s.%s: is a secret and would be readable in the pod's description; put it into the Secret (and name it in secrets.furtherVariables)" $place $name) }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "herald.checkScaling" -}}
{{- $partitions := int .Values.kafka.topics.partitions -}}
{{- range $service := include "herald.services" . | fromYamlArray }}
{{- $settings := index $.Values $service.values }}
{{- $keda := dig "keda" "enabled" false $settings }}
{{- if and $keda $settings.autoscaling.enabled }}
{{- fail (printf "%s.keda.enabled: %s.autoscaling is on as well, and two would pull at one deployment; choose" $service.values $service.values) }}
{{- end }}
{{- if and $settings.autoscaling.enabled (gt (int $settings.autoscaling.minReplicas) (int $settings.autoscaling.maxReplicas)) }}
{{- fail (printf "%s.autoscaling.minReplicas: is more than maxReplicas" $service.values) }}
{{- end }}
{{- if and $keda (gt (int $settings.keda.minReplicas) (int $settings.keda.maxReplicas)) }}
{{- fail (printf "%s.keda.minReplicas: is more than maxReplicas" $service.values) }}
{{- end }}
{{- $most := int (include "herald.mostReplicas" (list $ $service)) }}
{{- if and $service.consumes (gt $most $partitions) }}
{{- $key := "replicas" }}
{{- if $settings.autoscaling.enabled }}{{ $key = "autoscaling.maxReplicas" }}{{ else if $keda }}{{ $key = "keda.maxReplicas" }}{{ end }}
{{- fail (printf "%s.%s: %d is more than the %d partitions of kafka.topics.partitions; the others would have nothing to do and never be ready" $service.values $key $most $partitions) }}
{{- end }}
{{- if and (eq $service.values "gateway") (eq $.Values.telegram.ingest "polling") }}
{{- if or (gt $most 1) $.Values.gateway.canary.enabled }}
{{- fail "gateway.replicas: with telegram.ingest=polling it has to be 1, without autoscaling and canary: Telegram answers one poller alone" }}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.jobsFolder }}
{{- $scheduler := $.Values.scheduler }}
{{- $most := ternary $scheduler.autoscaling.maxReplicas $scheduler.replicas $scheduler.autoscaling.enabled }}
{{- if and .enabled (eq .accessMode "ReadWriteOnce") (gt (int $most) 1) }}
{{- fail "jobsFolder.accessMode: several schedulers and gateways on several nodes need ReadWriteMany" }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "herald.checkEdge" -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) }}
{{- fail "ingress.host: name the host that people and Telegram call" }}
{{- end }}
{{- if and .Values.ingress.tls.clusterIssuer .Values.ingress.tls.issuer }}
{{- fail "ingress.tls.issuer: ingress.tls.clusterIssuer is set as well; choose" }}
{{- end }}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) }}
{{- fail "httpRoute.parentRefs: name the Gateway that the routes belong to" }}
{{- end }}
{{- if and .Values.gateway.enabled .Values.gateway.canary.enabled (not .Values.httpRoute.enabled) }}
{{- fail "gateway.canary.enabled: its share of the requests is said by an HTTPRoute; set httpRoute.enabled=true" }}
{{- end }}
{{- if and .Values.gateway.canary.enabled (not .Values.gateway.canary.tag) }}
{{- fail "gateway.canary.tag: name the version to try" }}
{{- end }}
{{- end -}}
