{{/* The release's own name for things: "herald" for a release called herald, else "<release>-herald". */}}
{{- define "herald.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains "herald" .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-herald" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What never changes: selectors stand on it. Call with (list root component). */}}
{{- define "herald.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: herald
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{/* Labels of every object. Call with (list root component). */}}
{{- define "herald.labels" -}}
{{- $root := index . 0 -}}
{{ include "herald.selector" . }}
app.kubernetes.io/part-of: herald
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name ($root.Chart.Version | replace "+" "_") }}
{{- end -}}

{{/* Name, namespace and labels of an object. Call with (list root component name). */}}
{{- define "herald.metadata" -}}
{{- $root := index . 0 -}}
name: {{ index . 2 }}
namespace: {{ $root.Release.Namespace }}
labels:
  {{- include "herald.labels" (list $root (index . 1)) | nindent 2 }}
{{- end -}}

{{- define "herald.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (ternary (include "herald.fullname" .) "default" .Values.serviceAccount.create) -}}
{{- end -}}

{{/* The Secret that services read: one that exists, or the one that this chart makes. */}}
{{- define "herald.secret" -}}
{{- .Values.secrets.existingSecret | default (printf "%s-secrets" (include "herald.fullname" .)) -}}
{{- end -}}

{{- define "herald.bootstrapServers" -}}
{{- ternary (printf "%s-kafka:9092" (include "herald.fullname" .)) .Values.kafka.bootstrapServers .Values.kafka.trial.enabled -}}
{{- end -}}

{{- define "herald.redisUrl" -}}
{{- ternary (printf "redis://%s-redis:6379" (include "herald.fullname" .)) .Values.redis.url .Values.redis.trial.enabled -}}
{{- end -}}

{{/* The single broker of the trial can hold one replica of a topic. */}}
{{- define "herald.topicReplicas" -}}
{{- ternary 1 (int .Values.kafka.topics.replicas) .Values.kafka.trial.enabled -}}
{{- end -}}

{{/* Where a service's image lies. Call with (list root service settings). */}}
{{- define "herald.image" -}}
{{- $root := index . 0 -}}
{{- $service := index . 1 -}}
{{- $settings := index . 2 -}}
{{- $image := $root.Values.image -}}
{{- $repository := $settings.image.repository | default (printf "%s/%s" $image.repository $service.module) -}}
{{- $tag := $service.tag | default $settings.image.tag | default $image.tag | default $root.Chart.AppVersion -}}
{{- if $image.registry }}{{ $image.registry }}/{{ end }}{{ $repository }}:{{ $tag }}
{{- end -}}
