{{/* What is mounted where. All of it is for reading, but /tmp and, for the scheduler, the jobs' files. Call with (list root service). */}}
{{- define "herald.volumeMounts" -}}
{{- $root := index . 0 -}}
{{- $service := index . 1 -}}
{{- $settings := index $root.Values $service.values -}}
- name: tmp
  mountPath: /tmp
{{- if has $service.values (list "gateway" "scheduler") }}
- name: jobs
  mountPath: /var/lib/herald/jobs
  {{- if eq $service.values "gateway" }}
  readOnly: true
  {{- end }}
{{- end }}
{{- range $kind := list "jobs" "scripts" "templates" }}
{{- if get $settings $kind }}
- name: {{ $kind }}-files
  mountPath: /etc/herald/{{ $kind }}
  readOnly: true
{{- end }}
{{- end }}
{{- if $root.Values.kafka.security.tls.secret }}
- name: kafka-tls
  mountPath: /run/herald/kafka-tls
  readOnly: true
{{- end }}
{{- if $root.Values.redis.tls.secret }}
- name: redis-tls
  mountPath: /run/herald/redis-tls
  readOnly: true
{{- end }}
{{- with $settings.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "herald.volumes" -}}
{{- $root := index . 0 -}}
{{- $service := index . 1 -}}
{{- $settings := index $root.Values $service.values -}}
{{ include "herald.scratch" (list "tmp" $settings.tmpSize) }}
{{- if has $service.values (list "gateway" "scheduler") }}
{{- if $root.Values.jobsFolder.enabled }}
- name: jobs
  persistentVolumeClaim:
    claimName: {{ include "herald.jobsClaim" $root }}
{{- else }}
{{ include "herald.scratch" (list "jobs" $root.Values.jobsFolder.size) }}
{{- end }}
{{- end }}
{{- range $kind := list "jobs" "scripts" "templates" }}
{{- if get $settings $kind }}
- name: {{ $kind }}-files
  configMap:
    name: {{ include "herald.fullname" $root }}-{{ $kind }}
    # Scripts and the programs of jobs have to be executable.
    defaultMode: 0555
{{- end }}
{{- end }}
{{- if $root.Values.kafka.security.tls.secret }}
- name: kafka-tls
  secret:
    secretName: {{ $root.Values.kafka.security.tls.secret }}
    defaultMode: 0440
{{- end }}
{{- if $root.Values.redis.tls.secret }}
- name: redis-tls
  secret:
    secretName: {{ $root.Values.redis.tls.secret }}
    defaultMode: 0440
{{- end }}
{{- with $settings.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "herald.jobsClaim" -}}
{{- .Values.jobsFolder.existingClaim | default (printf "%s-jobs" (include "herald.fullname" .)) -}}
{{- end -}}
