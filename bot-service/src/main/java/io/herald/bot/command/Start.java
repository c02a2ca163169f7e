package io.herald.bot.command;

import io.herald.bot.update.Person;
import io.herald.model.message.Button;
import io.herald.model.message.Entity;
import io.herald.model.message.TextContent;
import java.util.List;

/** Greets, says what the bot does, and offers help. */
final class Start implements Command {

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String summary() {
    return "say hello";
  }

  @Override
  public TextContent answer(Person person) {
    String name = person.firstName().strip();
    String greeting = name.isEmpty() ? "Hello!" : "Hello, " + name + '!';
    return new TextContent(
        greeting
            + "\nI bring you notifications and answer your commands."
            + " Press Help to see what I can do.",
        List.of(Entity.of("bold", 0, greeting.length())),
        List.of(List.of(Button.callback("Help", HelpButton.DATA))));
  }
}
