package io.herald.runtime.history;

import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the history keeps of a request: neither its text nor its data.
 *
 * @param id the notification's id
 * @param at when it was accepted, milliseconds since the epoch
 * @param source the service that asked
 * @param kind what it is about
 * @param title the beginning of its title; absent: none
 * @param to who it is for
 * @param priority how urgent it is
 * @param notBefore when it is due; absent: at once
 * @param expiresAt when delivery is given up; absent: a day after it was due
 */
record Request(
    String id,
    long at,
    String source,
    String kind,
    @Nullable String title,
    List<Recipient> to,
    @Nullable Lane priority,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt) {

  private static final int TITLE = 120;

  Request {
    to = to == null ? List.of() : List.copyOf(to);
  }

  /**
   * What is kept of that.
   *
   * @param at when it was accepted, milliseconds since the epoch
   */
  static Request of(NotificationRequested asked, long at) {
    return new Request(
        asked.id(),
        at,
        asked.source(),
        asked.kind(),
        beginning(asked.title()),
        asked.to(),
        asked.priority(),
        asked.notBefore(),
        asked.expiresAt());
  }

  /** The people who are named as recipients. */
  List<String> users() {
    return to.stream().map(Recipient::user).filter(Objects::nonNull).distinct().toList();
  }

  /** The first {@value #TITLE} characters of a title. */
  private static @Nullable String beginning(@Nullable String title) {
    if (title == null || title.codePointCount(0, title.length()) <= TITLE) {
      return title;
    }
    return title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + '…';
  }
}
