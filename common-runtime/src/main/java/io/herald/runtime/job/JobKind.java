package io.herald.runtime.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What comes of the jobs of a type. */
public enum JobKind {
  /** Files. */
  @JsonProperty("job")
  JOB,
  /** Perhaps a notification: it is a notification script. */
  @JsonProperty("notify")
  NOTIFY
}
