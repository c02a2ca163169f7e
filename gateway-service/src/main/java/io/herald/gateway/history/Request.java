package io.herald.gateway.history;

import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the history keeps of a request: neither its text nor its data.
 *
 * @param to who it is for
 * @param priority how urgent it is
 * @param notBefore when it is due; absent: at once
 * @param expiresAt when delivery is given up; absent: a day after it was due
 */
record Request(
    List<Recipient> to,
    @Nullable Lane priority,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt) {

  /** Of a notification that was delivered before it was seen. */
  static final Request UNKNOWN = new Request(List.of(), null, null, null);

  private static final int TITLE = 120;

  Request {
    to = to == null ? List.of() : List.copyOf(to);
  }

  static Request of(NotificationRequested asked) {
    return new Request(asked.to(), asked.priority(), asked.notBefore(), asked.expiresAt());
  }

  /** The first {@value #TITLE} characters of a title. */
  static @Nullable String beginning(@Nullable String title) {
    if (title == null || title.codePointCount(0, title.length()) <= TITLE) {
      return title;
    }
    return title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + '…';
  }
}
