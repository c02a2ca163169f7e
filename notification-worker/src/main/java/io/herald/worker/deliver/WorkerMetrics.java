package io.herald.worker.deliver;

import io.herald.model.message.OutboundMessage;
import io.herald.telegram.outcome.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Figures of the worker.
 *
 * <ul>
 *   <li>{@code herald.worker.messages}, tag {@code ending} ({@code sent}, {@code already-sent},
 *       {@code ignored}, {@code dropped}, {@code failed}): messages whose way ended. Their sum and
 *       the malformed dead letters are all records read. Alert on {@code failed} and {@code
 *       dropped}.
 *   <li>{@code herald.worker.calls}, tag {@code outcome}: calls to Telegram. {@code delivered} here
 *       is {@code sent} above; the others are retries or failures. Alert on {@code unauthorized}.
 *   <li>{@code herald.worker.uncertain}, tag {@code resolution} ({@code resend}, {@code drop}):
 *       messages of which it was not known whether they had arrived; each {@code resend} may be a
 *       duplicate.
 *   <li>{@code herald.worker.delivery}: from the cause, {@code createdAt}, to Telegram's answer.
 * </ul>
 */
public final class WorkerMetrics {

  private final MeterRegistry meters;
  private final Timer delivery;

  public WorkerMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.delivery =
        Timer.builder("herald.worker.delivery").publishPercentileHistogram().register(meters);
  }

  void called(Outcome outcome) {
    String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    meters.counter("herald.worker.calls", "outcome", name).increment();
  }

  void uncertain(boolean resend) {
    meters.counter("herald.worker.uncertain", "resolution", resend ? "resend" : "drop").increment();
  }

  void ended(OutboundMessage message, Ending ending, Instant now) {
    meters.counter("herald.worker.messages", "ending", ending.word()).increment();
    if (ending instanceof Ending.Sent) {
      Duration age = Duration.between(message.createdAt(), now);
      delivery.record(age.isNegative() ? Duration.ZERO : age);
    }
  }
}
