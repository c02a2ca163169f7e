package io.herald.bot.operate;

import io.herald.bot.access.AllowList;
import io.herald.bot.access.ChangeAccess;
import io.herald.bot.command.Argument;
import io.herald.bot.command.Audience;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.Usage;
import io.herald.model.access.Role;
import io.herald.model.message.TextContent;
import java.util.List;
import reactor.core.publisher.Mono;

/** Says what somebody may from now on: /allow, /deny and /admin. */
final class ChangeRole implements Command {

  private static final String USER = "user-id";
  // Telegram's user ids have at most 52 significant bits.
  private static final long LARGEST = (1L << 52) - 1;

  private final String name;
  private final String summary;
  private final Role role;
  private final AllowList list;
  private final ChangeAccess access;

  ChangeRole(String name, String summary, Role role, AllowList list, ChangeAccess access) {
    this.name = name;
    this.summary = summary;
    this.role = role;
    this.list = list;
    this.access = access;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public Audience audience() {
    return Audience.ADMINS;
  }

  @Override
  public Usage usage() {
    return Usage.of(Argument.number(USER));
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    long user = request.values().number(USER);
    if (user < 1 || user > LARGEST) {
      return said("That is no user id; people see theirs when they are refused.");
    }
    if (list.isConfiguredAdmin(user)) {
      return said(
          user
              + " is an admin by configuration (TELEGRAM_ADMIN_USER_IDS);"
              + " only the operator can change that.");
    }
    if (user == request.person().id()) {
      return said("You can't change what you may yourself; ask another admin.");
    }
    return access
        .change(request.update(), request.chat(), request.person(), user, role)
        .then(said(outcome(user)));
  }

  private String outcome(long user) {
    return switch (role) {
      case ADMIN -> user + " is an admin from now on.";
      case ALLOWED -> user + " may use the bots from now on.";
      case DENIED -> user + " may not use the bots any more.";
    };
  }

  private static Mono<List<Reply>> said(String text) {
    return Mono.just(List.of(Reply.of(TextContent.plain(text))));
  }
}
