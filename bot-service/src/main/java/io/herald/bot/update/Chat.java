package io.herald.bot.update;

import org.jspecify.annotations.Nullable;

/**
 * Where something was said.
 *
 * @param id Telegram's chat id
 * @param isPrivate whether it is the chat with one person; else a group or a channel
 * @param thread topic within it, Telegram's {@code message_thread_id}; null: none
 */
public record Chat(long id, boolean isPrivate, @Nullable Integer thread) {

  /** A chat, and no topic within it. */
  public Chat(long id, boolean isPrivate) {
    this(id, isPrivate, null);
  }
}
