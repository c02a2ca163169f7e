package io.herald.runtime.job;

import io.herald.runtime.kafka.TryAgainLater;

/**
 * It can't be told at the moment how far jobs are: Redis is away, or their index is being rebuilt.
 * Ask again in a second.
 */
public final class JobsUnknown extends RuntimeException implements TryAgainLater {

  private static final long serialVersionUID = 1L;

  /** With a reason for people. */
  public JobsUnknown(String message) {
    super(message, null, false, false);
  }

  static JobsUnknown rebuilding() {
    return new JobsUnknown("the jobs are being read again and not all are known yet");
  }

  static JobsUnknown because(Throwable error) {
    return error instanceof JobsUnknown known
        ? known
        : new JobsUnknown("Redis does not answer (" + error.getClass().getSimpleName() + ")");
  }
}
