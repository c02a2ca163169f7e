package io.herald.bot.command;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import io.herald.bot.update.Update;

/**
 * Somebody pressed a button.
 *
 * @param update what it came with
 * @param chat where the button's message is, and its topic
 * @param person who pressed
 * @param choice what the button carries behind the name of its buttons; empty for nothing
 */
public record Press(Update update, Chat chat, Person person, String choice) {

  /** What ids are derived from: the same for a replay, and for nothing else. */
  public String cause() {
    return update.cause();
  }
}
