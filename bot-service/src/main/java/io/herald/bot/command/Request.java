package io.herald.bot.command;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import io.herald.bot.update.Update;

/**
 * Somebody sent a command.
 *
 * @param update what it came with
 * @param chat where it was sent
 * @param person who sent it
 * @param arguments what follows the command, without the space around it; empty for nothing
 */
public record Request(Update update, Chat chat, Person person, String arguments) {

  /** What ids are derived from: the same for a replay, and for nothing else. */
  public String cause() {
    return update.cause();
  }
}
