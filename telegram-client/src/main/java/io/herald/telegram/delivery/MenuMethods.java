package io.herald.telegram.delivery;

import io.herald.model.message.CommandMenu;
import io.herald.model.message.MenuCommand;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/** Calls that change which commands people are offered. */
final class MenuMethods {

  private MenuMethods() {}

  static SetMyCommands setMyCommands(String chat, CommandMenu menu) {
    return SetMyCommands.builder().commands(commands(menu)).scope(scope(chat, menu)).build();
  }

  /** None in particular: those of the wider scope count again. */
  static DeleteMyCommands deleteMyCommands(String chat, CommandMenu menu) {
    return DeleteMyCommands.builder().scope(scope(chat, menu)).build();
  }

  private static List<BotCommand> commands(CommandMenu menu) {
    return menu.commands().stream().map(MenuMethods::command).toList();
  }

  private static BotCommand command(MenuCommand command) {
    return new BotCommand(command.command(), command.description());
  }

  private static BotCommandScope scope(String chat, CommandMenu menu) {
    return switch (menu.scope()) {
      case DEFAULT -> new BotCommandScopeDefault();
      case CHAT -> new BotCommandScopeChat(chat);
    };
  }
}
