package io.herald.gateway.account;

import io.herald.model.account.TelegramLink;
import io.herald.runtime.account.Attempts;
import io.herald.runtime.account.LinkChat;
import io.herald.runtime.account.LinkCodes;
import io.herald.runtime.account.TelegramIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Links the chat that was given a code to who enters it, and lets nobody guess. */
final class VerifyCode {

  private final Attempts attempts;
  private final LinkCodes codes;
  private final LinkChat links;
  private final TellChat tell;
  private final Clock clock;

  VerifyCode(Attempts attempts, LinkCodes codes, LinkChat links, TellChat tell, Clock clock) {
    this.attempts = attempts;
    this.codes = codes;
    this.links = links;
    this.tell = tell;
    this.clock = clock;
  }

  /** What comes of that code, for somebody who has no link. */
  Mono<CodeVerdict> verify(String user, String code) {
    String guesser = "verify:user:" + user;
    return attempts
        .begin(guesser)
        .flatMap(wait -> wait.isZero() ? look(user, code, guesser) : lockedOut(wait));
  }

  private static Mono<CodeVerdict> lockedOut(Duration wait) {
    return Mono.just(new CodeVerdict.LockedOut(wait));
  }

  private Mono<CodeVerdict> look(String user, String code, String guesser) {
    return codes
        .redeemCode(code)
        .flatMap(chat -> takeBack(guesser).then(link(user, chat)))
        .switchIfEmpty(Mono.defer(() -> attempts.left(guesser).map(CodeVerdict.WrongCode::new)));
  }

  // Being right is no guess, even where the link can't be stored; and whoever is right is linked,
  // whether or not Redis takes this in.
  private Mono<Void> takeBack(String guesser) {
    return attempts.takeBack(guesser).onErrorComplete();
  }

  private Mono<CodeVerdict> link(String user, TelegramIdentity chat) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return links.link(user, chat, now).flatMap(this::verdict);
  }

  private Mono<CodeVerdict> verdict(LinkChat.Outcome outcome) {
    return switch (outcome) {
      case LinkChat.Outcome.Linked linked -> {
        TelegramLink link = Objects.requireNonNull(linked.account().link());
        yield tell.linked(link).thenReturn(new CodeVerdict.Linked(link));
      }
      case LinkChat.Outcome.UserIsLinked other ->
          Mono.just(new CodeVerdict.AlreadyLinked(Objects.requireNonNull(other.account().link())));
      case LinkChat.Outcome.ChatIsLinked _ -> Mono.just(new CodeVerdict.ChatTaken());
    };
  }
}
