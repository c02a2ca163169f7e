{{/*
The addresses that the world may reach, by group, as YAML. Only these: /actuator is on the same port and is nobody's business outside.
An "exact" path is itself alone, a "below" path is itself and what lies below it.
*/}}
{{- define "herald.routes" -}}
webhook:
  service: gateway
  port: 8080
  exact: [/api/telegram/webhook]
  below: [/telegram/webhook]
public:
  service: gateway
  port: 8080
  exact:
    {{- if .Values.routes.api }}
    - /send
    - /send_photo
    - /verify
    - /unlink
    - /health
    {{- end }}
    {{- if .Values.routes.docs }}
    - /openapi.yaml
    {{- end }}
    {{- if .Values.routes.page }}
    - /
    - /login
    - /logout
    {{- end }}
  below:
    {{- if .Values.routes.api }}
    - /api
    {{- end }}
    {{- if .Values.routes.docs }}
    - /docs
    - /contracts
    {{- end }}
    {{- if .Values.routes.files }}
    - /files
    {{- end }}
    {{- if .Values.routes.page }}
    - /account
    - /history
    - /schedules
    - /assets
    - /login/oauth2
    - /oauth2/authorization
    {{- end }}
{{- if and .Values.routes.admin .Values.worker.enabled }}
admin:
  service: worker
  port: 8083
  exact: []
  below: [/api/admin/dead-letters]
{{- end }}
{{- end -}}

{{/* The groups that have a path, and whose service is switched on. */}}
{{- define "herald.openRoutes" -}}
{{- $routes := include "herald.routes" . | fromYaml -}}
{{- range $group := list "webhook" "public" "admin" -}}
{{- $route := get $routes $group -}}
{{- $open := and $route (or $route.exact $route.below) (get (index $.Values $route.service) "enabled") -}}
{{- if and (eq $group "webhook") (or (not $.Values.routes.webhook) (eq $.Values.telegram.ingest "polling")) -}}{{- $open = false -}}{{- end -}}
{{- if $open }}
{{ $group }}:
  {{- toYaml $route | nindent 2 }}
{{- end }}
{{- end -}}
{{- end -}}
