package io.herald.worker.expand;

import io.herald.model.notification.NotificationRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification, or what is left of one, as it came in.
 *
 * @param notification what somebody wants sent
 * @param at when it came in or was due
 * @param after the user of an audience after whom it goes on; null: from the beginning
 * @param expanded how many messages it became in the steps before
 * @param whole of a recipient's share that has waited: how many messages the whole became, 0: not
 *     known; null: it is no share
 */
record Task(
    NotificationRequested notification,
    Instant at,
    @Nullable String after,
    int expanded,
    @Nullable Integer whole) {

  /** A new one. */
  static Task of(NotificationRequested notification, Instant at) {
    return new Task(notification, at, null, 0, null);
  }
}
