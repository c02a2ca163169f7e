package io.herald.worker.deliver;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.herald.telegram.outcome.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open while Telegram is down: then nothing is called but a probe now and then, and little is read
 * from Kafka.
 */
public final class Circuit {

  private static final Logger log = LoggerFactory.getLogger(Circuit.class);
  private static final Duration UNTIL_PROBE = Duration.ofSeconds(2);
  // Longer than a call can take: a probe of which nothing is heard must not hold up the next.
  private static final Duration LONGEST_PROBE = Duration.ofSeconds(90);

  private final CircuitBreaker breaker;

  /**
   * A circuit that is closed.
   *
   * @param clock tells when to probe
   */
  public Circuit(Clock clock) {
    breaker =
        CircuitBreaker.of(
            "telegram",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(20)
                .minimumNumberOfCalls(8)
                .failureRateThreshold(60)
                .waitDurationInOpenState(UNTIL_PROBE)
                .permittedNumberOfCallsInHalfOpenState(2)
                .maxWaitDurationInHalfOpenState(LONGEST_PROBE)
                .build());
    breaker.getEventPublisher().onStateTransition(event -> tell(event.getStateTransition()));
  }

  /** Whether calls go out as usual. */
  public boolean isClosed() {
    return breaker.getState() == CircuitBreaker.State.CLOSED;
  }

  /**
   * While not closed: whether one call may probe now. It must be followed by a note or given up.
   */
  public boolean mayProbe() {
    return breaker.tryAcquirePermission();
  }

  /** The probe was not made. */
  public void giveUpProbe() {
    breaker.releasePermission();
  }

  /**
   * Notes what became of a call.
   *
   * @param first whether it was the message's first. While others succeed, one that fails again
   *     says something about its chat and nothing about Telegram
   */
  public void note(Outcome outcome, boolean first) {
    boolean failed = outcome instanceof Outcome.Retryable || outcome instanceof Outcome.Unknown;
    if (failed && !first && isClosed()) {
      return;
    }
    if (failed) {
      breaker.onError(0, TimeUnit.MILLISECONDS, FAILED);
    } else {
      breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }
  }

  private static final Exception FAILED = new Exception("Telegram did not take the call");

  private static void tell(CircuitBreaker.StateTransition transition) {
    switch (transition) {
      case CLOSED_TO_OPEN ->
          log.warn(
              "Most calls to Telegram fail: sending and reading stop, a call probes every {} s",
              UNTIL_PROBE.toSeconds());
      case HALF_OPEN_TO_CLOSED -> log.info("Telegram answers again: sending and reading go on");
      default -> {}
    }
  }
}
