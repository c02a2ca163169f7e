package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.update.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that there are, each only for those who may use it. */
final class CommandBook {

  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final AllowList allowList;

  /**
   * Takes the commands in the order in which they are listed; /help comes last by itself.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  CommandBook(List<Command> commands, AllowList allowList) {
    this.allowList = allowList;
    commands.forEach(this::add);
    add(new Help(this));
  }

  private void add(Command command) {
    if (commands.put(command.name(), command) != null) {
      throw new IllegalArgumentException("two commands are called /" + command.name());
    }
  }

  /** The command of that name, if the person may use it. */
  Optional<Command> find(String name, Person person) {
    return Optional.ofNullable(commands.get(name)).filter(command -> isFor(person, command));
  }

  /** What the person may use. */
  List<Command> of(Person person) {
    return commands.values().stream().filter(command -> isFor(person, command)).toList();
  }

  private boolean isFor(Person person, Command command) {
    return switch (command.audience()) {
      case EVERYBODY -> true;
      case ADMINS -> allowList.isAdmin(person);
    };
  }
}
