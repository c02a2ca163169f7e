package io.herald.gateway.telegram;

import io.herald.telegram.api.CallFailed;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** When a call to Telegram is made again: after the pause that it asks for, else 1, 2, 4 … 60 s. */
public final class CallAgain {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int DOUBLINGS = 6;

  private CallAgain() {}

  /**
   * Calls again for as long as the failure gives hope.
   *
   * @param hopeful which failures may end by themselves; the others are passed on
   * @param tell is told of every failure that is tried again
   */
  public static Retry whileThereIsHope(Predicate<Throwable> hopeful, Consumer<Throwable> tell) {
    return Retry.from(failures -> failures.concatMap(failed -> next(failed, hopeful, tell)));
  }

  private static Mono<Long> next(
      Retry.RetrySignal failed, Predicate<Throwable> hopeful, Consumer<Throwable> tell) {
    Throwable failure = failed.failure();
    if (!hopeful.test(failure)) {
      return Mono.error(failure);
    }
    tell.accept(failure);
    return Mono.delay(pause(failure, failed.totalRetriesInARow()));
  }

  static Duration pause(Throwable failure, long retries) {
    if (failure instanceof CallFailed call
        && call.outcome() instanceof Outcome.RetryAfter(Duration asked)) {
      return asked;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(retries, DOUBLINGS));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
