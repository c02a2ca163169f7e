package io.herald.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a message whose earlier attempt may or may not have arrived. */
public enum OnUnknown {
  /** Send again: better twice than never. */
  @JsonProperty("resend")
  RESEND,
  /** Give up: better never than twice. */
  @JsonProperty("drop")
  DROP
}
