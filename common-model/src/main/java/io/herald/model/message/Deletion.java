package io.herald.model.message;

import org.jspecify.annotations.Nullable;

/**
 * Deletes a message of the chat. One that is gone already counts as deleted.
 *
 * @param messageId Telegram's id; absent: the message that the outbound message's {@code
 *     replaceKey} stands for
 */
public record Deletion(@Nullable Long messageId) implements Content {

  /** Deletes what the message's {@code replaceKey} stands for. */
  public static final Deletion OF_REPLACE_KEY = new Deletion(null);
}
