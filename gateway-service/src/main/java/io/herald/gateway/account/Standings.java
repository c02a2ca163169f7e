package io.herald.gateway.account;

import io.herald.model.account.TelegramLink;
import io.herald.runtime.contact.SuspendedContacts;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Tells how people stand with Telegram. It never waits for Telegram itself. */
final class Standings {

  private final LinkingBot bot;
  private final SuspendedContacts suspended;

  Standings(LinkingBot bot, SuspendedContacts suspended) {
    this.bot = bot;
    this.suspended = suspended;
  }

  /** Of somebody with that link. */
  Mono<Standing> of(TelegramLink link) {
    return suspended
        .isSuspended(link.bot(), link.chat())
        .map(isSuspended -> new Standing(Optional.of(link), bot.knownUsername(), isSuspended));
  }

  /** Of somebody without one. */
  Standing unlinked() {
    return new Standing(Optional.empty(), bot.knownUsername(), false);
  }
}
