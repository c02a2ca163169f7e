package io.herald.model.message;

import java.time.Instant;
import java.util.Objects;

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
 */
public record OutboundMessage(
    String schemaVersion,
    String id,
    String bot,
    String chat,
    Content content,
    Instant createdAt,
    Instant expiresAt,
    OnUnknown onUnknown) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  public OutboundMessage {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    onUnknown = onUnknown == null ? OnUnknown.RESEND : onUnknown;
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(bot, "bot");
    Objects.requireNonNull(chat, "chat");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /** Kafka key: messages of one bot to one chat keep their order. */
  public String key() {
    return bot + ':' + chat;
  }
}
