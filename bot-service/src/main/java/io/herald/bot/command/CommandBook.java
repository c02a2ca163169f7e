package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.update.Person;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.TextContent;
import io.herald.runtime.config.InvalidSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that there are, each only for those who may use it. */
public final class CommandBook {

  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Map<String, String> others;
  private final AllowList allowList;
  private final TextContent list;
  private final TextContent adminsList;

  /**
   * Takes the commands in the order in which they are listed; /help comes last by itself.
   *
   * @throws IllegalArgumentException when two have the same name
   * @throws InvalidSetting when another service's has the name of one of these
   */
  CommandBook(List<Command> commands, OthersCommands others, AllowList allowList) {
    this.others = others.summaries();
    this.allowList = allowList;
    commands.forEach(this::add);
    add(new Help(this));
    others.checkAgainst(this.commands.keySet());
    this.list = WriteList.write(ofEverybody(), this.others);
    this.adminsList = WriteList.write(List.copyOf(this.commands.values()), this.others);
  }

  private void add(Command command) {
    if (commands.put(command.name(), command) != null) {
      throw new IllegalArgumentException("two commands are called /" + command.name());
    }
  }

  /** The command of that name, if the person may use it. */
  Optional<Command> find(String name, Person person) {
    return Optional.ofNullable(commands.get(name))
        .filter(it -> it.audience().includes(person, allowList));
  }

  /** What the person may use, in words. */
  TextContent list(Person person) {
    return allowList.isAdmin(person) ? adminsList : list;
  }

  private List<Command> ofEverybody() {
    return commands.values().stream().filter(it -> it.audience() == Audience.EVERYBODY).toList();
  }

  /** What everybody is offered while they type. */
  public CommandMenu menu() {
    return WriteMenu.write(CommandMenu.Scope.DEFAULT, ofEverybody(), others);
  }

  /** What an admin is offered instead, in the chat with them. */
  public CommandMenu adminsMenu() {
    return WriteMenu.write(CommandMenu.Scope.CHAT, List.copyOf(commands.values()), others);
  }

  /** What somebody is offered in their chat who may have been an admin before. */
  public CommandMenu plainMenu() {
    return new CommandMenu(CommandMenu.Scope.CHAT, menu().commands());
  }

  /** The menu of that person's chat; empty where that of everybody will do. */
  Optional<CommandMenu> menuOf(Person person) {
    if (allowList.isAdmin(person)) {
      return Optional.of(adminsMenu());
    }
    return allowList.wasChanged(person) ? Optional.of(plainMenu()) : Optional.empty();
  }

  /** Whether a command of that name is one of this service's, whoever may use it. */
  boolean isOurs(String name) {
    return commands.containsKey(name);
  }

  /** What the commands of other services do, by their names. */
  Map<String, String> others() {
    return others;
  }
}
