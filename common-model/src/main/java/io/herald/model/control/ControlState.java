package io.herald.model.control;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a notification goes out. */
public enum ControlState {
  /** It does, as every notification of which nothing is said. */
  @JsonProperty("running")
  RUNNING,
  /** What has not gone out waits. */
  @JsonProperty("paused")
  PAUSED,
  /** What has not gone out never does. */
  @JsonProperty("stopped")
  STOPPED
}
