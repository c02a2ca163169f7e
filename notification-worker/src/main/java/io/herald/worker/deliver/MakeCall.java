package io.herald.worker.deliver;

import io.herald.model.message.Deletion;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import io.herald.worker.admission.Admission;
import io.herald.worker.admission.SendLedger;
import io.herald.worker.bot.SendingBot;
import io.herald.worker.report.WorkerMetrics;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes the next call of an attempt, notes what became of it, and decides what follows. */
public final class MakeCall {

  private final Admission admission;
  private final SendLedger ledger;
  private final Circuit circuit;
  private final WorkerMetrics metrics;
  private final DecideNext decideNext;
  private final Supplier<Instant> now;

  /**
   * Wires it.
   *
   * @param now the time that expiries are compared with
   */
  public MakeCall(
      Admission admission,
      SendLedger ledger,
      Circuit circuit,
      WorkerMetrics metrics,
      DecideNext decideNext,
      Supplier<Instant> now) {
    this.admission = admission;
    this.ledger = ledger;
    this.circuit = circuit;
    this.metrics = metrics;
    this.decideNext = decideNext;
    this.now = now;
  }

  /**
   * Makes the call.
   *
   * @param edits Telegram's id of the message that the replace key stands for; null: none
   * @return what comes next; it never fails
   */
  public Mono<Called> make(SendingBot bot, Attempt attempt, Shelf shelf, @Nullable Long edits) {
    Long target = attempt.anew() ? null : edits;
    if (attempt.content() instanceof Deletion deletion
        && deletion.messageId() == null
        && target == null) {
      circuit.giveUpProbe();
      return Mono.just(Called.of(new Step.End(new Ending.Ignored("nothing to delete"), attempt)));
    }
    return bot.send(aimed(attempt.call(), target)).flatMap(it -> called(it, attempt, shelf));
  }

  private static TelegramCall aimed(TelegramCall call, @Nullable Long target) {
    return target == null
        ? call
        : new TelegramCall(call.chat(), call.content(), call.options(), target);
  }

  private Mono<Called> called(Outcome outcome, Attempt attempt, Shelf shelf) {
    metrics.called(outcome);
    circuit.note(outcome, attempt.failures() == 0 && attempt.unknowns() == 0);
    Step step = decideNext.after(outcome, attempt, shelf, !circuit.isClosed(), now.get());
    Mono<Void> note = note(outcome, attempt).onErrorComplete();
    return isWaitedFor(step, attempt)
        ? note.thenReturn(Called.of(step))
        : Mono.just(new Called(step, note));
  }

  /**
   * The chat's next call must find what this one has left; only the end of a message leaves none.
   */
  private static boolean isWaitedFor(Step step, Attempt attempt) {
    return attempt.replaceKey() != null
        || !(step instanceof Step.End(Ending ending, _) && ending instanceof Ending.Sent);
  }

  /** Notes the outcome, so that a crash from here on is not mistaken for one before it. */
  private Mono<Void> note(Outcome outcome, Attempt attempt) {
    String bot = attempt.message().bot();
    Mono<Void> released = Mono.defer(() -> ledger.released(bot, attempt.claimId()));
    return switch (outcome) {
      case Outcome.Delivered done -> delivered(done, attempt);
      case Outcome.Unknown _ -> Mono.fromRunnable(() -> uncertain(attempt));
      case Outcome.RetryAfter wait ->
          released.then(admission.flooded(bot, attempt.chat(), wait.pause()));
      case Outcome.Suspended gone ->
          released.then(ledger.suspended(bot, attempt.chat(), gone.reason()));
      case Outcome.Rejected rejected
          when rejected.kind() == Rejection.EDIT_TARGET_GONE && attempt.replaceKey() != null ->
          released.then(ledger.forgotten(bot, attempt.chat(), attempt.replaceKey()));
      default -> released;
    };
  }

  /** One that is dropped for it is counted when it ends. */
  private void uncertain(Attempt attempt) {
    if (DecideNext.mayRepeat(attempt)) {
      metrics.uncertain(true);
    }
  }

  private Mono<Void> delivered(Outcome.Delivered done, Attempt attempt) {
    String bot = attempt.message().bot();
    String key = attempt.replaceKey();
    Mono<Void> sent = ledger.sent(bot, attempt.chat(), attempt.claimId(), key, done.messageId());
    if (attempt.isLastPiece() && !attempt.downgrades().isEmpty()) {
      return sent.then(
          ledger.sent(bot, attempt.chat(), attempt.message().id(), null, done.messageId()));
    }
    return attempt.content() instanceof Deletion && key != null
        ? sent.then(ledger.forgotten(bot, attempt.chat(), key))
        : sent;
  }
}
