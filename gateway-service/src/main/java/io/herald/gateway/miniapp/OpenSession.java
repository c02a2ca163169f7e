package io.herald.gateway.miniapp;

import io.herald.gateway.miniapp.CheckInitData.Finding;
import io.herald.model.account.Account;
import io.herald.runtime.access.MintToken;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.AccountsUnknown;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives a short-lived token to whom Telegram says has opened a Mini App, if they have linked their
 * chat with any of our bots: Telegram's user ids are the same for all bots.
 *
 * <p>Redis is gone: fails with {@link AccountsUnknown}; nobody counts as not linked for that
 * reason.
 */
final class OpenSession {

  private static final Duration LASTS = Duration.ofMinutes(10);

  private final CheckInitData check;
  private final Accounts accounts;
  private final List<String> bots;
  private final MintToken mint;
  private final Clock clock;

  /**
   * @param bots the names of our bots
   */
  OpenSession(
      CheckInitData check, Accounts accounts, List<String> bots, MintToken mint, Clock clock) {
    this.check = check;
    this.accounts = accounts;
    this.bots = List.copyOf(bots);
    this.mint = mint;
    this.clock = clock;
  }

  Mono<AppSession> open(String initData) {
    return switch (check.check(initData, clock.instant())) {
      case Finding.Proven(String user) -> session(user);
      case Finding.Forged _ -> Mono.just(new AppSession.Forged());
      case Finding.Stale _ -> Mono.just(new AppSession.Stale());
      case Finding.NoUser _ -> Mono.just(new AppSession.NoUser());
    };
  }

  private Mono<AppSession> session(String chat) {
    return Flux.fromIterable(bots)
        .concatMap(bot -> accounts.linkedTo(bot, chat))
        .next()
        .map(Account::user)
        .<AppSession>map(user -> new AppSession.Opened(mint.mint(user, LASTS)))
        .defaultIfEmpty(new AppSession.NotLinked());
  }
}
