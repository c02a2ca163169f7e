package io.herald.gateway.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.message.Origin;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code record.lua} is told, as JSON: that something was asked for, or that it went on. */
sealed interface News {

  /** The origin of what tells none. */
  Origin NOWHERE = new Origin(null, null, null);

  /** When it was so, milliseconds since the epoch. */
  long at();

  /**
   * A notification is durable.
   *
   * @param request the JSON of a {@link Request}
   * @param title its beginning; absent: none
   * @param users the people who are named as recipients
   */
  record Accepted(
      String notification,
      long at,
      String request,
      String source,
      String kind,
      @Nullable String title,
      List<String> users)
      implements News {}

  /**
   * A message came to a state.
   *
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
      @Nullable Integer total)
      implements News {}

  /** A notification was asked for at that time. */
  static News of(NotificationRequested asked, long at) {
    return new Accepted(
        asked.id(),
        at,
        text(Json.write(Request.of(asked))),
        asked.source(),
        asked.kind(),
        Request.beginning(asked.title()),
        asked.to().stream().map(Recipient::user).filter(Objects::nonNull).distinct().toList());
  }

  /** A message of a notification came to a state. */
  static News of(DeliveryEvent event) {
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
        text(Json.write(MessageView.of(event))),
        origin.source() == null ? NotificationRequested.ANONYMOUS : origin.source(),
        origin.kind() == null ? NotificationRequested.MESSAGE : origin.kind(),
        origin.user(),
        event.messages());
  }

  private static String text(byte[] json) {
    return new String(json, UTF_8);
  }
}
