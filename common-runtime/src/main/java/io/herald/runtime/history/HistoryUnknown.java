package io.herald.runtime.history;

import io.herald.runtime.kafka.TryAgainLater;

/**
 * It can't be told at the moment: Redis is away, or the index has not caught up with Kafka. Ask
 * again in a second.
 */
public final class HistoryUnknown extends RuntimeException implements TryAgainLater {

  private static final long serialVersionUID = 1L;

  /**
   * @param message why, in plain words
   */
  public HistoryUnknown(String message) {
    super(message, null, false, false);
  }
}
