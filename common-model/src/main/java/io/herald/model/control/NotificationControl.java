package io.herald.model.control;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said whether a notification goes out; it holds until the next one for it.
 *
 * @param schemaVersion version of this record's shape
 * @param notification the notification's id
 * @param state whether it goes out
 * @param at when that was said
 * @param board the message that shows how far it is; absent: nobody is shown that any more
 */
public record NotificationControl(
    String schemaVersion,
    String notification,
    ControlState state,
    Instant at,
    @Nullable Board board) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  public NotificationControl {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(notification, "notification");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
  }

  /** The same in another state. */
  public NotificationControl with(ControlState other, Instant when) {
    return new NotificationControl(schemaVersion, notification, other, when, board);
  }

  /** The same, and nobody is shown any more how far it is. */
  public NotificationControl unwatched() {
    return new NotificationControl(schemaVersion, notification, state, at, null);
  }

  /**
   * A message that is edited in place.
   *
   * @param bot name of the bot that it is from
   * @param chat the chat that it is in
   * @param thread topic of a forum; absent: the general one
   * @param replaceKey the key that edits it
   * @param since when its notification was sent
   */
  public record Board(
      String bot, String chat, @Nullable Integer thread, String replaceKey, Instant since) {}
}
