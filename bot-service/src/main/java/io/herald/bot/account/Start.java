package io.herald.bot.account;

import io.herald.bot.command.Command;
import io.herald.bot.command.HelpButton;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.WriteText;
import io.herald.model.account.Account;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.AccountsUnknown;
import io.herald.runtime.account.LinkCodes;
import io.herald.runtime.account.TelegramIdentity;
import java.util.List;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * Greets, and links: with the token of a deep link at once, without one by a code to be entered on
 * the page. Redis gone: greets, and asks to try again in a minute.
 */
final class Start implements Command {

  // As LinkCodes makes them. Whatever else a deep link carries is an ordinary greeting.
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final Accounts accounts;
  private final LinkCodes codes;
  private final LinkByToken linkByToken;
  private final PageAddress page;

  Start(Accounts accounts, LinkCodes codes, LinkByToken linkByToken, PageAddress page) {
    this.accounts = accounts;
    this.codes = codes;
    this.linkByToken = linkByToken;
    this.page = page;
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String summary() {
    return "say hello, and link this chat to your account";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return (TOKEN.matcher(request.arguments()).matches()
            ? linkByToken.link(request.arguments(), identity(request), request)
            : standing(request))
        .onErrorResume(AccountsUnknown.class, _ -> Mono.just(later(request)))
        .map(text -> List.of(Reply.of(text)));
  }

  private Mono<TextContent> standing(Request request) {
    TelegramIdentity who = identity(request);
    return accounts
        .linkedTo(who.bot(), who.chat())
        .map(account -> linked(request, account))
        .switchIfEmpty(
            Mono.defer(() -> codes.codeFor(who, request.cause())).map(code -> code(request, code)));
  }

  private static TextContent linked(Request request, Account account) {
    return greeting(request)
        .plain("\n\nThis chat is linked to ")
        .bold(account.user())
        .plain(". /settings changes what you get, /unlink takes the link away.")
        .row(HelpButton.button())
        .done();
  }

  private TextContent code(Request request, String code) {
    return greeting(request)
        .plain("\n\nTo link this chat to your account, enter the code ")
        .code(code)
        .plain(" " + page.place() + ". It is valid for 10 minutes, and only once.")
        .row(HelpButton.button())
        .done();
  }

  private static TextContent later(Request request) {
    return greeting(request)
        .plain("\n\nI can't look up your account right now; please send /start again in a minute.")
        .row(HelpButton.button())
        .done();
  }

  private static WriteText greeting(Request request) {
    String name = request.person().firstName().strip();
    return new WriteText()
        .bold(name.isEmpty() ? "Hello!" : "Hello, " + name + '!')
        .plain("\nI bring you notifications and answer your commands.");
  }

  private static TelegramIdentity identity(Request request) {
    return new TelegramIdentity(
        request.update().bot(),
        String.valueOf(request.chat().id()),
        request.person().username(),
        request.person().firstName());
  }
}
