package io.herald.bot.command;

import io.herald.model.message.CommandMenu;
import io.herald.model.message.MenuCommand;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns commands into a menu of at most as many as Telegram takes. */
final class WriteMenu {

  // Bot API, setMyCommands and BotCommand.
  private static final int MOST = 100;
  private static final int LONGEST = 256;

  private WriteMenu() {}

  static CommandMenu write(
      CommandMenu.Scope scope, List<Command> commands, Map<String, String> others) {
    Stream<MenuCommand> own = commands.stream().map(WriteMenu::entry);
    Stream<MenuCommand> theirs =
        others.entrySet().stream().map(it -> new MenuCommand(it.getKey(), it.getValue()));
    return new CommandMenu(scope, Stream.concat(own, theirs).limit(MOST).toList());
  }

  private static MenuCommand entry(Command command) {
    String arguments = command.usage().shown();
    String description =
        arguments.isEmpty() ? command.summary() : arguments + " – " + command.summary();
    int end = Math.min(description.length(), LONGEST);
    return new MenuCommand(command.name(), description.substring(0, end));
  }
}
