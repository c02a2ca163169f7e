package io.herald.bot.command;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import io.herald.bot.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Somebody sent a command.
 *
 * @param update what it came with
 * @param chat where it was sent
 * @param person who sent it
 * @param arguments what follows the command, without the space around it; empty for nothing
 * @param values the same, checked, by the names that the command's usage gives
 */
public record Request(Update update, Chat chat, Person person, String arguments, Arguments values) {

  /** The topic within the chat, where replies go by themselves; null: none. */
  public @Nullable Integer thread() {
    return chat.thread();
  }

  /** What ids are derived from: the same for a replay, and for nothing else. */
  public String cause() {
    return update.cause();
  }
}
