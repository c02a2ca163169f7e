package io.herald.worker.expand;

import io.herald.model.delivery.DeliveryStatus;
import io.herald.worker.recipient.Addressee;
import java.time.Instant;

/** What is to become of a recipient's share of a notification. */
sealed interface Fate {

  /** Whose it is. */
  Addressee addressee();

  /** It goes out. */
  record Goes(Addressee.Reachable addressee) implements Fate {}

  /** It waits for the end of quiet hours. */
  record Waits(Addressee.Reachable addressee, Instant until) implements Fate {}

  /**
   * It does not go out.
   *
   * @param status why, and
   * @param errorClass the same as one word of the field
   * @param error the same for people
   */
  record Stays(Addressee addressee, DeliveryStatus status, String errorClass, String error)
      implements Fate {}
}
