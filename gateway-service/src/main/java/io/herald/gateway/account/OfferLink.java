package io.herald.gateway.account;

import io.herald.runtime.account.LinkCodes;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Makes the address that opens the bot's chat and links it. */
final class OfferLink {

  private final LinkingBot bot;
  private final LinkCodes codes;
  private final LinkSettings settings;
  private final Clock clock;

  OfferLink(LinkingBot bot, LinkCodes codes, LinkSettings settings, Clock clock) {
    this.bot = bot;
    this.codes = codes;
    this.settings = settings;
    this.clock = clock;
  }

  /** An address for somebody who has no link. */
  Mono<LinkOffer> offer(String user) {
    return bot.username()
        .flatMap(username -> codes.tokenFor(user).map(token -> deepLink(username, token)))
        .switchIfEmpty(Mono.fromSupplier(LinkOffer.BotUnknown::new));
  }

  private LinkOffer deepLink(String username, String token) {
    return new LinkOffer.DeepLink(
        settings.deepLink(username, token), clock.instant().plus(LinkCodes.LIVES));
  }
}
