package io.herald.bench.run;

import io.herald.local.process.ProcessFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Letting time pass. */
public final class Waiting {
  private static final Duration ASK_EVERY = Duration.ofMillis(100);

  private Waiting() {}

  /** A question that may be asked again. */
  public interface Question {
    boolean isAnswered() throws Exception;
  }

  /** Lets time pass. */
  public static void pause(Duration time) {
    new CompletableFuture<Void>()
        .completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS)
        .join();
  }

  /**
   * Asks until the answer is yes.
   *
   * @throws ProcessFailure when it is not within that time
   */
  public static void until(String otherwise, Duration timeout, Question question)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!answered(question)) {
      if (System.nanoTime() > deadline) {
        throw new ProcessFailure(otherwise + " within " + timeout.toSeconds() + " s");
      }
      pause(ASK_EVERY);
    }
  }

  private static boolean answered(Question question) throws InterruptedException {
    try {
      return question.isAnswered();
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ProcessFailure("a question cannot be asked: " + e.getMessage());
    }
  }
}
