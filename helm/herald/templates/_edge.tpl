{{/*
What the edge is told by annotations: TLS, how many requests of one address it lets through, who may call, how large and how long
a request may be. Each controller has its own words for it. Call with (list root group).
*/}}
{{- define "herald.edge" -}}
{{- $root := index . 0 -}}
{{- $group := index . 1 -}}
{{- $ingress := $root.Values.ingress -}}
{{- $rate := int (get $ingress.requestsPerSecond $group) -}}
{{- $sources := get $ingress.sources $group -}}
{{- $body := ternary "2m" "52m" (eq $group "webhook") -}}
{{- with $ingress.tls.clusterIssuer }}
cert-manager.io/cluster-issuer: {{ . | quote }}
{{- end }}
{{- with $ingress.tls.issuer }}
cert-manager.io/issuer: {{ . | quote }}
{{- end }}
{{- if eq $ingress.controller "nginx" }}
nginx.ingress.kubernetes.io/ssl-redirect: {{ $ingress.tls.enabled | quote }}
nginx.ingress.kubernetes.io/proxy-body-size: {{ $body }}
nginx.ingress.kubernetes.io/proxy-request-buffering: "off"
nginx.ingress.kubernetes.io/proxy-buffering: "off"
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ ternary "60" "3600" (eq $group "webhook") | quote }}
{{- if $rate }}
nginx.ingress.kubernetes.io/limit-rps: {{ $rate | quote }}
nginx.ingress.kubernetes.io/limit-burst-multiplier: "3"
{{- end }}
{{- with $sources }}
nginx.ingress.kubernetes.io/whitelist-source-range: {{ join "," . | quote }}
{{- end }}
{{- else if eq $ingress.controller "haproxy" }}
haproxy-ingress.github.io/ssl-redirect: {{ $ingress.tls.enabled | quote }}
haproxy-ingress.github.io/proxy-body-size: {{ $body }}
haproxy-ingress.github.io/timeout-server: {{ ternary "60s" "3600s" (eq $group "webhook") }}
haproxy-ingress.github.io/timeout-tunnel: 3600s
{{- if $rate }}
haproxy-ingress.github.io/limit-rps: {{ $rate | quote }}
{{- end }}
{{- with $sources }}
haproxy-ingress.github.io/allowlist-source-range: {{ join "," . | quote }}
{{- end }}
{{- else if eq $ingress.controller "traefik" }}
{{- if $ingress.tls.enabled }}
traefik.ingress.kubernetes.io/router.tls: "true"
{{- end }}
{{- if include "herald.hasMiddleware" . }}
traefik.ingress.kubernetes.io/router.middlewares: {{ printf "%s-%s-%s@kubernetescrd" $root.Release.Namespace (include "herald.fullname" $root) $group | quote }}
{{- end }}
{{- end }}
{{- range $key, $value := $ingress.annotations }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{- define "herald.hasMiddleware" -}}
{{- $ingress := (index . 0).Values.ingress -}}
{{- $group := index . 1 -}}
{{- if or (int (get $ingress.requestsPerSecond $group)) (get $ingress.sources $group) -}}yes{{- end -}}
{{- end -}}

{{/* Traefik keeps limits in objects of their own; the chain has the name that the annotation says. */}}
{{- define "herald.traefik" -}}
{{- $root := index . 0 -}}
{{- $group := index . 1 -}}
{{- $ingress := $root.Values.ingress -}}
{{- $name := printf "%s-%s" (include "herald.fullname" $root) $group -}}
{{- $rate := int (get $ingress.requestsPerSecond $group) -}}
{{- $sources := get $ingress.sources $group }}
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata:
  {{- include "herald.metadata" (list $root $group $name) | nindent 2 }}
spec:
  chain:
    middlewares:
      {{- if $sources }}
      - name: {{ $name }}-sources
      {{- end }}
      {{- if $rate }}
      - name: {{ $name }}-rate
      {{- end }}
{{- if $sources }}
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata:
  {{- include "herald.metadata" (list $root $group (printf "%s-sources" $name)) | nindent 2 }}
spec:
  ipAllowList:
    sourceRange: {{ toJson $sources }}
{{- end }}
{{- if $rate }}
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata:
  {{- include "herald.metadata" (list $root $group (printf "%s-rate" $name)) | nindent 2 }}
spec:
  rateLimit:
    average: {{ $rate }}
    burst: {{ mul $rate 3 }}
    period: 1s
{{- end }}
{{- end -}}
