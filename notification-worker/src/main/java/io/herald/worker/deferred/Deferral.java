package io.herald.worker.deferred;

import io.herald.model.notification.NotificationRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification that waits for its time, whole or one recipient's share of it.
 *
 * @param request what is expanded when it is due
 * @param dueAt when that is
 * @param messages of a share: how many messages the whole notification became, 0: not known; null:
 *     it is whole
 * @param after the user of an audience after whom its expansion goes on; null: it was not begun
 * @param expanded how many messages it is so far
 */
public record Deferral(
    NotificationRequested request,
    Instant dueAt,
    @Nullable Integer messages,
    @Nullable String after,
    int expanded) {

  /** What was not begun to be expanded. */
  public Deferral(NotificationRequested request, Instant dueAt, @Nullable Integer messages) {
    this(request, dueAt, messages, null, 0);
  }

  /**
   * Key on {@code herald.deferred}. What is put off again lies under another key than before, so
   * that the end of the first wait does not end the second.
   */
  String key() {
    return request.id()
        + '|'
        + (messages == null ? "*" : request.key())
        + '|'
        + dueAt.toEpochMilli();
  }
}
