package io.herald.runtime.schedule;

import io.herald.runtime.kafka.TryAgainLater;

/**
 * It can't be told at the moment which schedules there are: Redis is away, or their index is being
 * rebuilt. Ask again in a second.
 */
public final class SchedulesUnknown extends RuntimeException implements TryAgainLater {

  private static final long serialVersionUID = 1L;

  /** With a reason for people. */
  public SchedulesUnknown(String message) {
    super(message, null, false, false);
  }

  static SchedulesUnknown rebuilding() {
    return new SchedulesUnknown("the schedules are being read again and not all are known yet");
  }

  static SchedulesUnknown because(Throwable error) {
    return error instanceof SchedulesUnknown known
        ? known
        : new SchedulesUnknown("Redis does not answer (" + error.getClass().getSimpleName() + ")");
  }
}
