package io.herald.gateway.account;

import io.herald.model.account.Account;
import io.herald.model.account.Preferences;
import io.herald.model.account.TelegramLink;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.AccountsUnknown;
import reactor.core.publisher.Mono;

/**
 * What people can do about their Telegram, whichever way they ask. Expected refusals are values.
 *
 * <p>Redis is gone or its index not complete: everything fails with {@link AccountsUnknown}, and
 * nobody is told that they are not linked. Kafka is gone: what would change an account fails with
 * Kafka's error and changes nothing.
 */
public final class AccountDesk {

  private final Accounts accounts;
  private final LinkingBot bot;
  private final OfferLink offer;
  private final VerifyCode verify;
  private final EndLink end;
  private final SendTest test;
  private final Standings standings;

  AccountDesk(
      Accounts accounts,
      LinkingBot bot,
      OfferLink offer,
      VerifyCode verify,
      EndLink end,
      SendTest test,
      Standings standings) {
    this.accounts = accounts;
    this.bot = bot;
    this.offer = offer;
    this.verify = verify;
    this.end = end;
    this.test = test;
    this.standings = standings;
  }

  /** Whether there is a bot to link with; nothing else may be asked without one. */
  public boolean isOpen() {
    return bot.exists();
  }

  /** An address by which that person can link. */
  public Mono<LinkOffer> link(String user) {
    return linkOf(user)
        .<LinkOffer>map(LinkOffer.AlreadyLinked::new)
        .switchIfEmpty(Mono.defer(() -> offer.offer(user)));
  }

  /** Links the chat that was given that code to that person. */
  public Mono<CodeVerdict> verify(String user, String code) {
    return linkOf(user)
        .<CodeVerdict>map(CodeVerdict.AlreadyLinked::new)
        .switchIfEmpty(Mono.defer(() -> verify.verify(user, code)));
  }

  /** How that person stands with Telegram. */
  public Mono<Standing> status(String user) {
    return linkOf(user)
        .flatMap(standings::of)
        .switchIfEmpty(Mono.fromSupplier(standings::unlinked));
  }

  /** Sends that person a message, so that they see that it works. */
  public Mono<TestMessage> sendTest(String user) {
    return linkOf(user)
        .flatMap(_ -> test.send(user))
        .switchIfEmpty(Mono.fromSupplier(TestMessage.NotLinked::new));
  }

  /** Takes the link away and tells the chat; empty when there was none. */
  public Mono<TelegramLink> unlink(String user) {
    return end.unlink(user);
  }

  /** What that person wants to get. */
  public Mono<Preferences> preferences(String user) {
    return accounts.find(user).map(Account::preferences).defaultIfEmpty(Preferences.DEFAULT);
  }

  /** From now on that person wants to get that; works before they link, too. */
  public Mono<Preferences> savePreferences(String user, Preferences preferences) {
    return accounts
        .change(user, account -> account.withPreferences(preferences))
        .map(Account::preferences);
  }

  private Mono<TelegramLink> linkOf(String user) {
    return accounts.find(user).mapNotNull(Account::link);
  }
}
