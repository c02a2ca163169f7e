{{/* What every pod of this chart is held to. The user's number is the images' own. Call with the number. */}}
{{- define "herald.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "herald.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* A folder in memory or on the node's disk for what must be writable. Call with (list name size). */}}
{{- define "herald.scratch" -}}
- name: {{ index . 0 }}
  emptyDir:
    sizeLimit: {{ index . 1 }}
{{- end -}}
