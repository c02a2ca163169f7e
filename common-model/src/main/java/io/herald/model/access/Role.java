package io.herald.model.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody may. */
public enum Role {
  /** Nothing. */
  @JsonProperty("denied")
  DENIED,
  /** To use the bots. */
  @JsonProperty("allowed")
  ALLOWED,
  /** To use the bots and to say who else may. */
  @JsonProperty("admin")
  ADMIN
}
