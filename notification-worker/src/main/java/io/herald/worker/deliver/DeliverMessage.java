package io.herald.worker.deliver;

import io.herald.model.message.OutboundMessage;
import io.herald.telegram.outcome.Outcome;
import io.herald.worker.bot.SendingBot;
import io.herald.worker.bot.SendingBots;
import io.herald.worker.guard.Claim;
import io.herald.worker.guard.SendGuard;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes a message to Telegram, with as many attempts as it needs until it expires. */
public final class DeliverMessage {

  private static final Logger log = LoggerFactory.getLogger(DeliverMessage.class);

  private final SendingBots bots;
  private final SendGuard guard;
  private final WorkerMetrics metrics;
  private final Clock clock;
  private final Scheduler timer;
  private final OngoingAttempts ongoing = new OngoingAttempts();

  /**
   * Wires the way.
   *
   * @param clock tells what has expired
   * @param timer waits between attempts
   */
  public DeliverMessage(
      SendingBots bots, SendGuard guard, WorkerMetrics metrics, Clock clock, Scheduler timer) {
    this.bots = bots;
    this.guard = guard;
    this.metrics = metrics;
    this.clock = clock;
    this.timer = timer;
  }

  /**
   * Takes the message to its end. It never fails. When cancelled, it makes no further attempt.
   *
   * @return how it ended
   */
  public Mono<Delivery> deliver(OutboundMessage message) {
    return attempt(Attempt.first(message))
        .expand(this::follow)
        .ofType(Step.End.class)
        .last()
        .map(this::ended);
  }

  private Mono<Step> follow(Step step) {
    return switch (step) {
      case Step.End _ -> Mono.empty();
      case Step.Again(var pause, var next) when pause.isZero() -> attempt(next);
      case Step.Again(var pause, var next) -> Mono.delay(pause, timer).then(attempt(next));
    };
  }

  private Delivery ended(Step.End end) {
    metrics.ended(end.last().message(), end.ending(), clock.instant());
    return new Delivery(end.ending(), end.last().message().chat(), end.last().number());
  }

  private Mono<Step> attempt(Attempt attempt) {
    return ongoing.join(
        attempt.message().id(),
        () -> guard.claim(attempt.message()).flatMap(claim -> claimed(claim, attempt)));
  }

  private Mono<Step> claimed(Claim claim, Attempt attempt) {
    // The own attempt of unknown outcome has left the claim; that it may be repeated is decided.
    boolean uncertain = claim == Claim.UNCERTAIN && attempt.unknowns() == 0;
    if (claim == Claim.SENT) {
      return Mono.just(new Step.End(new Ending.AlreadySent(), attempt));
    }
    if (uncertain && !DecideNext.mayRepeat(attempt)) {
      metrics.uncertain(false);
      return Mono.just(
          new Step.End(new Ending.Dropped("an earlier run may have sent it"), attempt));
    }
    if (uncertain) {
      metrics.uncertain(true);
      log.warn("Message {} may have been sent by an earlier run; sending", attempt.message().id());
    }
    return send(attempt);
  }

  private Mono<Step> send(Attempt attempt) {
    if (!clock.instant().isBefore(attempt.message().expiresAt())) {
      Step expired = DecideNext.expired(attempt, "it came too late to be sent");
      return guard.release(attempt.message()).thenReturn(expired);
    }
    return bots.find(attempt.message().bot())
        .map(bot -> call(bot, attempt))
        .orElseGet(() -> guard.release(attempt.message()).thenReturn(unknownBot(attempt)));
  }

  private Mono<Step> call(SendingBot bot, Attempt attempt) {
    return bot.send(attempt.message())
        .doOnNext(metrics::called)
        .flatMap(outcome ->
            settle(outcome, attempt)
                .thenReturn(DecideNext.after(outcome, attempt, clock.instant())));
  }

  /** Notes the outcome, so that a crash from here on is not mistaken for one before it. */
  private Mono<Void> settle(Outcome outcome, Attempt attempt) {
    return switch (outcome) {
      case Outcome.Delivered _ -> guard.sent(attempt.message());
      case Outcome.Unknown _ ->
          Mono.fromRunnable(() -> metrics.uncertain(DecideNext.mayRepeat(attempt)));
      default -> guard.release(attempt.message());
    };
  }

  private static Step unknownBot(Attempt attempt) {
    return new Step.End(
        new Ending.Failed("unknown-bot", "no token is configured for the bot"), attempt);
  }
}
