package io.herald.worker.deliver;

import java.time.Duration;

/** What comes after an attempt. */
sealed interface Step {

  /**
   * The way is at its end.
   *
   * @param last the attempt that it ended with
   */
  record End(Ending ending, Attempt last) implements Step {}

  /**
   * Another attempt.
   *
   * @param pause how long to wait before
   */
  record Again(Duration pause, Attempt next) implements Step {}
}
