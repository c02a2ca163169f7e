package io.herald.scheduler.run;

import io.herald.runtime.kafka.PublishRecord;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Waits for answers, on threads that do nothing else: the executor's own, and one for each job. */
final class Await {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Retry UNTIL_IT_WORKS =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
          .maxBackoff(Duration.ofSeconds(1))
          .filter(error -> !PublishRecord.willNeverTake(error));

  private Await() {}

  /** The answer, null when it is empty; fails as it does, or after five seconds. */
  static <T> @Nullable T answer(Mono<T> question) {
    CompletableFuture<T> answer = question.toFuture();
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IllegalStateException("no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Does it until it works; fails when it never will.
   *
   * @param isGivenUp whether it does not matter any more
   * @return whether it worked
   */
  static boolean success(Mono<Void> step, BooleanSupplier isGivenUp) {
    CompletableFuture<Void> done = step.retryWhen(UNTIL_IT_WORKS).toFuture();
    while (!isGivenUp.getAsBoolean()) {
      try {
        done.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        continue;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    done.cancel(true);
    return false;
  }
}
