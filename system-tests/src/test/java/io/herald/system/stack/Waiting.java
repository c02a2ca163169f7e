package io.herald.system.stack;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what another process does. */
public final class Waiting {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
  private static final Duration ASK_EVERY = Duration.ofMillis(50);

  private Waiting() {}

  /** Waits until the condition holds; after 30 s it fails with those words. */
  public static void until(String what, Callable<Boolean> condition) {
    until(what, LONG_ENOUGH, condition);
  }

  /** Waits until the condition holds; after that time it fails with those words. */
  public static void until(String what, Duration atMost, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(atMost).pollInterval(ASK_EVERY).until(condition);
  }

  /** Lets time pass: an outage has to last. */
  public static void pass(Duration time) {
    Awaitility.await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
  }

  /** Waits until the assertion holds; after 30 s it fails as the assertion does. */
  public static void untilAsserted(ThrowingRunnable assertion) {
    Awaitility.await().atMost(LONG_ENOUGH).pollInterval(ASK_EVERY).untilAsserted(assertion);
  }
}
