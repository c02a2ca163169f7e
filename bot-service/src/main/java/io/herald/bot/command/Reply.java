package io.herald.bot.command;

import io.herald.model.message.Content;
import org.jspecify.annotations.Nullable;

/**
 * Something to be sent to the chat.
 *
 * @param replaceKey a later reply of that key edits this one in place; null: it is never edited
 */
public record Reply(Content content, @Nullable String replaceKey) {

  /** A reply that stays as it is. */
  public static Reply of(Content content) {
    return new Reply(content, null);
  }
}
