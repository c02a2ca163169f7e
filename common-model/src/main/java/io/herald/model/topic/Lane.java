package io.herald.model.topic;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How urgent a message is. The order of the constants is the order of service. */
public enum Lane {
  /** A person waits for it. */
  @JsonProperty("interactive")
  INTERACTIVE("interactive", Topics.OUTBOUND_INTERACTIVE),
  /** Wanted soon. */
  @JsonProperty("standard")
  STANDARD("standard", Topics.OUTBOUND_STANDARD),
  /** A broadcast. */
  @JsonProperty("bulk")
  BULK("bulk", Topics.OUTBOUND_BULK);

  private final String word;
  private final String topic;

  Lane(String word, String topic) {
    this.word = word;
    this.topic = topic;
  }

  /** The word for logs, metrics and headers. */
  public String word() {
    return word;
  }

  /** The topic that its messages lie on. */
  public String topic() {
    return topic;
  }
}
