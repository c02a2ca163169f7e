package io.herald.gateway.page;

import io.herald.gateway.account.AccountDesk;
import io.herald.gateway.account.LinkOffer;
import io.herald.gateway.account.Standing;
import io.herald.gateway.page.TelegramCard.Invitation;
import io.herald.model.account.Preferences;
import io.herald.model.account.TelegramLink;
import io.herald.runtime.account.AccountsUnknown;
import java.time.ZoneOffset;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** What a person's account looks like. What can't be told is said, and spoils nothing else. */
final class ShowAccount {

  private static final String ASKED_FOR = "until";
  private static final long NEVER = 999_999_999_999_999_999L;

  private final AccountDesk desk;

  ShowAccount(AccountDesk desk) {
    this.desk = desk;
  }

  /** The zone that a person is shown times in; not known: UTC. */
  Mono<Times> times(String user) {
    return desk.preferences(user)
        .map(preferences -> new Times(preferences.zone()))
        .onErrorReturn(AccountsUnknown.class, new Times(ZoneOffset.UTC));
  }

  Mono<TelegramCard> card(String user) {
    if (!desk.isOpen()) {
      return Mono.just(TelegramCard.CLOSED);
    }
    return Mono.zip(desk.status(user), times(user))
        .flatMap(known -> card(user, known.getT1(), known.getT2()))
        .onErrorReturn(AccountsUnknown.class, TelegramCard.UNKNOWN);
  }

  /**
   * The card that takes the place of one that says how to link; empty while that one is right: what
   * its owner has typed stays.
   */
  Mono<TelegramCard> change(String user, ServerRequest request) {
    long until = request.queryParam(ASKED_FOR).map(ShowAccount::number).orElse(0L);
    return desk.status(user)
        .filter(standing -> standing.link().isPresent() || until < System.currentTimeMillis())
        .flatMap(_ -> card(user))
        .onErrorComplete(AccountsUnknown.class);
  }

  Mono<PreferencesForm> preferences(String user) {
    return desk.preferences(user)
        .onErrorReturn(AccountsUnknown.class, Preferences.DEFAULT)
        .map(preferences -> PreferencesForm.of(preferences, false));
  }

  private Mono<TelegramCard> card(String user, Standing standing, Times times) {
    if (standing.link().isPresent()) {
      return Mono.just(TelegramCard.linked(standing.link().get(), standing, times));
    }
    return desk.link(user).map(offer -> offered(offer, standing, times));
  }

  private static TelegramCard offered(LinkOffer offer, Standing standing, Times times) {
    String bot = TelegramCard.bot(standing);
    return switch (offer) {
      case LinkOffer.DeepLink link ->
          TelegramCard.notLinked(
              new Invitation(
                  link.url(),
                  times.minute(link.expiresAt()),
                  link.expiresAt().toEpochMilli(),
                  bot));
      case LinkOffer.BotUnknown _ -> TelegramCard.notLinked(new Invitation("", "", NEVER, bot));
      // Linked in the moment between the two questions.
      case LinkOffer.AlreadyLinked already -> linked(already.link(), standing, times);
    };
  }

  private static TelegramCard linked(TelegramLink link, Standing standing, Times times) {
    return TelegramCard.linked(link, standing, times);
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
