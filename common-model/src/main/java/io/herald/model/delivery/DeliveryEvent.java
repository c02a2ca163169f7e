package io.herald.model.delivery;

import io.herald.model.message.Origin;
import io.herald.model.message.Part;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message came to another state. Told at least once; the same message and status may be told
 * again after a crash.
 *
 * @param schemaVersion version of this record's shape
 * @param notificationId the notification; for a message that stands for itself, its own id
 * @param messageId id of the outbound message
 * @param part which part of the notification
 * @param bot name of the bot; empty: none was found for its recipient
 * @param chat the chat that it was last addressed to; empty: none was found for its recipient
 * @param lane how urgent it was
 * @param status the state that it came to
 * @param attempts calls to Telegram so far
 * @param latencyMs milliseconds from the cause to this event
 * @param messageIds Telegram's ids of what was sent; more than one where it had to be split
 * @param errorClass one word of the field for what went wrong; absent where nothing did
 * @param error what went wrong, without any secret and without the message's text
 * @param downgrades what was given up so that the text arrives, in order; empty: nothing
 * @param at when
 * @param origin where it comes from and who it is for; absent: the message stands for itself
 * @param messages how many messages the notification became, told when that is known; absent: not
 *     yet, or it stands for itself. Every message id that anything is told of counts, what is not
 *     sent as well
 */
public record DeliveryEvent(
    String schemaVersion,
    String notificationId,
    String messageId,
    Part part,
    String bot,
    String chat,
    Lane lane,
    DeliveryStatus status,
    int attempts,
    long latencyMs,
    List<Long> messageIds,
    @Nullable String errorClass,
    @Nullable String error,
    List<String> downgrades,
    Instant at,
    @Nullable Origin origin,
    @Nullable Integer messages) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.1.0";

  public DeliveryEvent {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(notificationId, "notificationId");
    Objects.requireNonNull(messageId, "messageId");
    bot = bot == null ? "" : bot;
    chat = chat == null ? "" : chat;
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(at, "at");
    part = part == null ? Part.ONLY : part;
    messageIds = messageIds == null ? List.of() : List.copyOf(messageIds);
    downgrades = downgrades == null ? List.of() : List.copyOf(downgrades);
  }
}
