{{/*
The services that are switched on, as a YAML list. What a user chooses lies in .Values.<values>; what is said here follows
from the service itself: its module, its port, which variables of the Secret it reads, and the consumer groups that it leads.
*/}}
{{- define "herald.services" -}}
{{- if .Values.gateway.enabled }}
{{- include "herald.gateway" (dict "name" "gateway" "replicas" .Values.gateway.replicas "tag" "") }}
{{- if .Values.gateway.canary.enabled }}
{{- include "herald.gateway" (dict "name" "gateway-canary" "replicas" .Values.gateway.canary.replicas "tag" .Values.gateway.canary.tag) }}
{{- end }}
{{- end }}
{{- if .Values.bot.enabled }}
- name: bot
  values: bot
  module: bot-service
  port: 8081
  replicas: {{ .Values.bot.replicas }}
  consumes: true
  botTokens: true
  secrets: [HERALD_SIGNING_SECRET, HERALD_SIGNING_SECRET_PREVIOUS]
  lag:
    - {group: herald-bot, topic: herald.updates}
{{- end }}
{{- if .Values.scheduler.enabled }}
- name: scheduler
  values: scheduler
  module: scheduler-service
  port: 8082
  replicas: {{ .Values.scheduler.replicas }}
  consumes: true
  # None: programs of jobs and scripts run as the same user.
  secrets: []
  lag:
    - {group: herald-scheduler, topic: herald.jobs}
{{- end }}
{{- if .Values.worker.enabled }}
- name: worker
  values: worker
  module: notification-worker
  port: 8083
  replicas: {{ .Values.worker.replicas }}
  consumes: true
  botTokens: true
  telegram: true
  secrets: [HERALD_API_KEYS, HERALD_JWT_SECRET, HERALD_JWT_SECRET_PREVIOUS]
  lag:
    - {group: herald-expand, topic: herald.notifications}
    - {group: herald-worker, topic: herald.outbound.interactive}
    - {group: herald-worker, topic: herald.outbound.standard}
    - {group: herald-worker, topic: herald.outbound.bulk}
{{- end }}
{{- end -}}

{{/* The gateway and its canary differ in name, number and tag. */}}
{{- define "herald.gateway" }}
- name: {{ .name }}
  values: gateway
  module: gateway-service
  port: 8080
  replicas: {{ .replicas }}
  tag: {{ .tag | quote }}
  botTokens: true
  webhookSecrets: true
  telegram: true
  secrets:
    - HERALD_API_KEYS
    - HERALD_JWT_SECRET
    - HERALD_JWT_SECRET_PREVIOUS
    - HERALD_SIGNING_SECRET
    - HERALD_SIGNING_SECRET_PREVIOUS
    - HERALD_OIDC_CLIENT_SECRET
{{- end -}}

{{/* Most replicas that a service may come to. Call with (list root service). */}}
{{- define "herald.mostReplicas" -}}
{{- $service := index . 1 -}}
{{- $settings := index (index . 0).Values $service.values -}}
{{- if hasSuffix "-canary" $service.name -}}
{{- $service.replicas -}}
{{- else if $settings.autoscaling.enabled -}}
{{- $settings.autoscaling.maxReplicas -}}
{{- else if dig "keda" "enabled" false $settings -}}
{{- $settings.keda.maxReplicas -}}
{{- else -}}
{{- $service.replicas -}}
{{- end -}}
{{- end -}}

{{/* Whether something else decides how many replicas run: "yes" or nothing. */}}
{{- define "herald.scaled" -}}
{{- $service := index . 1 -}}
{{- $settings := index (index . 0).Values $service.values -}}
{{- if and (not (hasSuffix "-canary" $service.name)) (or $settings.autoscaling.enabled (dig "keda" "enabled" false $settings)) -}}yes{{- end -}}
{{- end -}}
