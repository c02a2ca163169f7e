package io.herald.gateway.notify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * Figures of notifications that come in over HTTP. {@code herald.notify.notifications} counts them
 * by {@code outcome} (accepted, conflict, unavailable); their sum is all that kept to the contract,
 * those sent again included. Alert on {@code unavailable} above 0 for minutes: Kafka takes none.
 * {@code herald.notify.ack} times a request's way from the body's last byte to the durable ack.
 * {@code herald.notify.unclaimed} counts those published without asking Redis about their ids.
 */
final class NotifyMetrics {

  private final Counter accepted;
  private final Counter conflict;
  private final Counter unavailable;
  private final Counter unclaimed;
  private final Timer ack;

  NotifyMetrics(MeterRegistry meters) {
    this.accepted = outcome(meters, "accepted");
    this.conflict = outcome(meters, "conflict");
    this.unavailable = outcome(meters, "unavailable");
    this.unclaimed = meters.counter("herald.notify.unclaimed");
    this.ack = Timer.builder("herald.notify.ack").publishPercentileHistogram().register(meters);
  }

  private static Counter outcome(MeterRegistry meters, String outcome) {
    return meters.counter("herald.notify.notifications", "outcome", outcome);
  }

  void submitted(Submitted outcome, int notifications, long startedNanos) {
    Counter counter =
        switch (outcome) {
          case Submitted.Accepted _ -> accepted;
          case Submitted.Conflict _ -> conflict;
          case Submitted.Unavailable _ -> unavailable;
        };
    counter.increment(notifications);
    ack.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
  }

  void unclaimed(int notifications) {
    unclaimed.increment(notifications);
  }
}
