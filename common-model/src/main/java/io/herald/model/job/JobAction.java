package io.herald.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is wanted of a job. */
public enum JobAction {
  /** It is to be done; the same id again is the same job. */
  @JsonProperty("submit")
  SUBMIT,
  /** It is to end, wherever it is. */
  @JsonProperty("cancel")
  CANCEL
}
