{{/* The disk of a trial's Kafka or Redis; without it, what it knows goes with the pod. Call with (list root component persistence). */}}
{{- define "herald.trialClaim" -}}
{{- $persistence := index . 2 -}}
{{- if $persistence.enabled -}}
volumeClaimTemplates:
  - metadata:
      name: data
      labels:
        {{- include "herald.selector" (list (index . 0) (index . 1)) | nindent 8 }}
    spec:
      accessModes: [ReadWriteOnce]
      {{- with $persistence.storageClass }}
      storageClassName: {{ . | quote }}
      {{- end }}
      resources:
        requests:
          storage: {{ $persistence.size }}
{{- end -}}
{{- end -}}
