package io.herald.bot.command;

import io.herald.bot.update.Person;
import io.herald.model.message.TextContent;

/** A command that people can send. */
interface Command {

  /** Its name without the slash: 1 to 32 of {@code a-z0-9_}. */
  String name();

  /** What it does, in a few words for the list that /help sends. */
  String summary();

  /** The answer; it depends on nothing but the person, so that a replay gives the same. */
  TextContent answer(Person person);
}
