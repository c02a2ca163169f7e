package io.herald.bot.account;

import io.herald.bot.command.Request;
import io.herald.bot.command.WriteText;
import io.herald.model.account.Account;
import io.herald.model.account.TelegramLink;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.LinkChat;
import io.herald.runtime.account.LinkChat.Outcome;
import io.herald.runtime.account.LinkCodes;
import io.herald.runtime.account.TelegramIdentity;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Links the chat of whoever came by a deep link, and says what came of it. */
final class LinkByToken {

  private static final TextContent EXPIRED =
      TextContent.plain(
          "That link is not valid any more: each is good once, and for 10 minutes."
              + " Get a new one on the page, or send /start for a code.");

  private static final TextContent OTHERS_CHAT =
      TextContent.plain(
          "This chat is linked to another account already."
              + " Send /unlink first if you want to change that.");

  private final Accounts accounts;
  private final LinkCodes codes;
  private final LinkChat linkChat;

  LinkByToken(Accounts accounts, LinkCodes codes, LinkChat linkChat) {
    this.accounts = accounts;
    this.codes = codes;
    this.linkChat = linkChat;
  }

  /** A replay of the request is told the same, and links once. */
  Mono<TextContent> link(String token, TelegramIdentity who, Request request) {
    return codes
        .redeemToken(token, request.cause())
        .flatMap(user -> linkChat.link(user, who, request.update().receivedAt()))
        .map(outcome -> words(outcome, who))
        .switchIfEmpty(Mono.defer(() -> expired(who)));
  }

  // Who opens the link twice has what it is for.
  private Mono<TextContent> expired(TelegramIdentity who) {
    return accounts
        .linkedTo(who.bot(), who.chat())
        .map(account -> already(account, who))
        .defaultIfEmpty(EXPIRED);
  }

  private static TextContent words(Outcome outcome, TelegramIdentity who) {
    return switch (outcome) {
      case Outcome.Linked linked -> welcome(linked.account());
      case Outcome.UserIsLinked taken -> already(taken.account(), who);
      case Outcome.ChatIsLinked _ -> OTHERS_CHAT;
    };
  }

  private static TextContent welcome(Account account) {
    return new WriteText()
        .plain("Done: this chat is now linked to ")
        .bold(account.user())
        .plain(". Your notifications come here; /settings changes what you get.")
        .done();
  }

  private static TextContent already(Account account, TelegramIdentity who) {
    boolean here = isHere(account.link(), who);
    return new WriteText()
        .plain(here ? "This chat is linked to " : "Another chat is linked to ")
        .bold(account.user())
        .plain(here ? " already." : " already. Send /unlink there first, or unlink on the page.")
        .done();
  }

  private static boolean isHere(@Nullable TelegramLink link, TelegramIdentity who) {
    return link != null && link.bot().equals(who.bot()) && link.chat().equals(who.chat());
  }
}
