{{/* The port of an http(s) address. */}}
{{- define "herald.portOf" -}}
{{- $authority := . | replace "http://" "" | replace "https://" "" | splitList "/" | first -}}
{{- if contains ":" $authority -}}
{{- $authority | splitList ":" | last -}}
{{- else -}}
{{- ternary "443" "80" (hasPrefix "https" .) -}}
{{- end -}}
{{- end -}}

{{/* Egress rule to Kafka: its pods in a trial, else its ports, at any address unless the values name them. */}}
{{- define "herald.toKafka" -}}
{{- if .Values.kafka.trial.enabled -}}
{{- include "herald.toPods" (list . "kafka" 9092) -}}
{{- else -}}
{{- $ports := list -}}
{{- range splitList "," .Values.kafka.bootstrapServers }}{{ $ports = append $ports (splitList ":" . | last | int) }}{{ end -}}
{{- include "herald.toPorts" (list (concat $ports .Values.networkPolicy.kafka.ports) .Values.networkPolicy.kafka.to) -}}
{{- end -}}
{{- end -}}

{{- define "herald.toRedis" -}}
{{- if .Values.redis.trial.enabled -}}
{{- include "herald.toPods" (list . "redis" 6379) -}}
{{- else -}}
{{- $ports := list -}}
{{- range regexFindAll ":[0-9]+" .Values.redis.url -1 }}{{ $ports = append $ports (trimPrefix ":" . | int) }}{{ end -}}
{{- if or (not $ports) (contains "-sentinel:" .Values.redis.url) }}{{ $ports = append $ports 6379 }}{{ end -}}
{{- include "herald.toPorts" (list (concat $ports .Values.networkPolicy.redis.ports) .Values.networkPolicy.redis.to) -}}
{{- end -}}
{{- end -}}

{{- define "herald.toPods" -}}
- ports:
    - {protocol: TCP, port: {{ index . 2 }}}
  to:
    - podSelector:
        matchLabels:
          {{- include "herald.selector" (list (index . 0) (index . 1)) | nindent 10 }}
{{- end -}}

{{- define "herald.toPorts" -}}
- ports:
    {{- range index . 0 | uniq }}
    - {protocol: TCP, port: {{ int . }}}
    {{- end }}
  {{- with index . 1 }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* Telegram, the identity provider and the tokens' issuer: somewhere on the Internet, never in here. Call with (list root service). */}}
{{- define "herald.toInternet" -}}
{{- $root := index . 0 -}}
{{- $ports := list "443" -}}
{{- if eq (index . 1).values "scheduler" }}{{ $ports = append $ports "80" }}{{ end -}}
- ports:
    {{- range $ports }}
    - {protocol: TCP, port: {{ . }}}
    {{- end }}
  to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except: {{ toJson $root.Values.networkPolicy.internet.except }}
    - ipBlock:
        cidr: ::/0
        except: {{ toJson $root.Values.networkPolicy.internet.exceptV6 }}
{{- with $root.Values.telegram.apiUrl }}
# A Bot API server of one's own, wherever it is.
- ports:
    - {protocol: TCP, port: {{ include "herald.portOf" . }}}
{{- end }}
{{- end -}}
