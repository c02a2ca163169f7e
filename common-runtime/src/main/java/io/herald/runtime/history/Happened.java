package io.herald.runtime.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.message.Origin;
import io.herald.model.notification.NotificationRequested;
import org.jspecify.annotations.Nullable;

/**
 * What {@code happened.lua} is told, as JSON: a message of a notification came to a state.
 *
 * @param at when it was so, milliseconds since the epoch
 * @param rank see {@link MessageState#rank()}
 * @param body the JSON of a {@link MessageView}
 * @param total how many messages the notification becomes; absent: not known yet
 */
record Happened(
    String notification,
    String message,
    long at,
    MessageState state,
    int rank,
    int attempts,
    @Nullable String errorClass,
    String body,
    String source,
    String kind,
    @Nullable String user,
    @Nullable Integer total) {

  /** The origin of what tells none. */
  private static final Origin NOWHERE = new Origin(null, null, null);

  static Happened of(DeliveryEvent event) {
    Origin origin = event.origin() == null ? NOWHERE : event.origin();
    MessageState state = MessageState.of(event);
    return new Happened(
        event.notificationId(),
        event.messageId(),
        event.at().toEpochMilli(),
        state,
        state.rank(),
        event.attempts(),
        event.errorClass(),
        new String(Json.write(MessageView.of(event)), UTF_8),
        origin.source() == null ? NotificationRequested.ANONYMOUS : origin.source(),
        origin.kind() == null ? NotificationRequested.MESSAGE : origin.kind(),
        origin.user(),
        event.messages());
  }
}
