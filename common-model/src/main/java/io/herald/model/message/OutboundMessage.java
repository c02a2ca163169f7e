package io.herald.model.message;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call to Telegram that waits on an outbound topic: one bot, one chat, rendered content.
 *
 * @param schemaVersion version of this record's shape, {@value #SCHEMA_VERSION} when written today
 * @param id deterministic, derived from the cause ({@code update:main:123:0}); the same id is
 *     delivered once
 * @param bot name of the sending bot
 * @param chat Telegram's chat id as decimal text, or {@code @channel}
 * @param content what is sent
 * @param createdAt when the cause came in
 * @param expiresAt when delivery is given up and the record becomes a dead letter
 * @param onUnknown what to do when it is not known whether an earlier attempt arrived
 * @param notificationId the notification that it belongs to; absent: the message stands for itself
 * @param part which part of the notification it is; absent: the only one
 * @param replaceKey makes the message updatable: a later message of the same bot, chat and key
 *     edits it in place, and versions that still wait are conflated; absent: it is never edited
 * @param options how it is sent
 * @param origin where it comes from; absent: the message stands for itself
 */
public record OutboundMessage(
    String schemaVersion,
    String id,
    String bot,
    String chat,
    Content content,
    Instant createdAt,
    Instant expiresAt,
    OnUnknown onUnknown,
    @Nullable String notificationId,
    Part part,
    @Nullable String replaceKey,
    SendOptions options,
    @Nullable Origin origin) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.3.0";

  public OutboundMessage {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    onUnknown = onUnknown == null ? OnUnknown.RESEND : onUnknown;
    part = part == null ? Part.ONLY : part;
    options = options == null ? SendOptions.NONE : options;
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(bot, "bot");
    Objects.requireNonNull(chat, "chat");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /** A message that stands for itself: one part, never edited, sent the ordinary way. */
  public OutboundMessage(
      String schemaVersion,
      String id,
      String bot,
      String chat,
      Content content,
      Instant createdAt,
      Instant expiresAt,
      OnUnknown onUnknown) {
    this(
        schemaVersion,
        id,
        bot,
        chat,
        content,
        createdAt,
        expiresAt,
        onUnknown,
        null,
        Part.ONLY,
        null,
        SendOptions.NONE,
        null);
  }

  /** Kafka key: messages of one bot to one chat keep their order. */
  public String key() {
    return bot + ':' + chat;
  }

  /** The notification that deliveries are told under. */
  public String subject() {
    return notificationId == null ? id : notificationId;
  }

  /** The same message, updatable under that key. */
  public OutboundMessage withReplaceKey(String key) {
    return with(expiresAt, key);
  }

  /** The same message with another time to give up at. */
  public OutboundMessage withExpiresAt(Instant other) {
    return with(other, replaceKey);
  }

  private OutboundMessage with(Instant otherExpiry, @Nullable String otherKey) {
    return new OutboundMessage(
        schemaVersion,
        id,
        bot,
        chat,
        content,
        createdAt,
        otherExpiry,
        onUnknown,
        notificationId,
        part,
        otherKey,
        options,
        origin);
  }
}
