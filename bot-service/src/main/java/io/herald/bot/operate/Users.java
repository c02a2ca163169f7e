package io.herald.bot.operate;

import static java.util.stream.Collectors.joining;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Audience;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.WriteText;
import io.herald.model.access.Role;
import io.herald.model.account.Account;
import io.herald.model.account.TelegramLink;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.Accounts;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Shows who may use the bots, and who has linked an account. */
final class Users implements Command {

  /** More would be no message that anybody reads. */
  private static final int SHOWN = 20;

  private final AllowList list;
  private final Accounts accounts;

  Users(AllowList list, Accounts accounts) {
    this.list = list;
    this.accounts = accounts;
  }

  @Override
  public String name() {
    return "users";
  }

  @Override
  public String summary() {
    return "show who may use the bots, and who is linked";
  }

  @Override
  public Audience audience() {
    return Audience.ADMINS;
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return Mono.zip(accounts.linkedAfter(null, SHOWN), accounts.linked())
        .map(found -> List.of(Reply.of(text(found.getT1(), found.getT2()))));
  }

  private TextContent text(List<Account> linked, long count) {
    WriteText text =
        new WriteText()
            .plain(
                list.isOpen()
                    ? "The bots are open to everybody whom no admin has denied."
                    : "The bots are open to those who are on the list.");
    Map<Long, Role> named = list.named();
    role(text, "Admins", Role.ADMIN, named);
    role(text, "Allowed", Role.ALLOWED, named);
    role(text, "Denied", Role.DENIED, named);
    text.plain("\n\n").bold("Linked: " + count);
    for (Account account : linked) {
      text.plain("\n" + account.user() + chat(account.link()));
    }
    return more(text, count - linked.size()).done();
  }

  private static void role(WriteText text, String title, Role role, Map<Long, Role> named) {
    List<Long> users =
        named.entrySet().stream()
            .filter(one -> one.getValue() == role)
            .map(Map.Entry::getKey)
            .toList();
    if (!users.isEmpty()) {
      text.plain("\n\n").bold(title + ": " + users.size()).plain("\n");
      text.plain(users.stream().limit(SHOWN).map(String::valueOf).collect(joining(", ")));
      more(text, users.size() - SHOWN);
    }
  }

  private static String chat(TelegramLink link) {
    String username = link.username() == null ? "" : " @" + link.username();
    return " – " + link.chat() + username;
  }

  private static WriteText more(WriteText text, long count) {
    return count > 0 ? text.plain("\nand " + count + " more") : text;
  }
}
