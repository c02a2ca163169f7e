package io.herald.worker.report;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.topic.Lane;
import io.herald.telegram.outcome.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Figures of the worker. Those of the budgets and of 429s stand in {@code FloodMetrics}.
 *
 * <ul>
 *   <li>{@code herald.worker.messages}, tags {@code lane} and {@code ending} ({@code sent}, {@code
 *       already-sent}, {@code superseded}, {@code ignored}, {@code dropped}, {@code expired}, or
 *       why it failed: {@code suspended}, {@code rejected}, {@code unknown-outcome}, {@code
 *       unknown-bot}): messages whose way ended. Their sum and the malformed dead letters are all
 *       records read. Alert on {@code rejected}, {@code expired} and {@code dropped}.
 *   <li>{@code herald.worker.retries}, tag {@code lane}: pauses after a failed call.
 *   <li>{@code herald.worker.calls}, tag {@code outcome}: calls to Telegram, 429s are {@code
 *       rate-limited}. Alert on {@code unauthorized}.
 *   <li>{@code herald.worker.uncertain}, tag {@code resolution} ({@code resend}, {@code drop}):
 *       messages of which it was not known whether they had arrived; each {@code resend} may be a
 *       duplicate.
 *   <li>{@code herald.worker.delivery}, tag {@code lane}: from the cause, {@code createdAt}, to
 *       Telegram's answer; its buckets hold the objectives, {@value #OBJECTIVE_SECONDS} s and a
 *       minute.
 *   <li>{@code herald.worker.circuit.open}: 1 while Telegram takes nothing and only a call now and
 *       then probes, else 0. Alert on 1.
 *   <li>{@code herald.worker.waiting}, tag {@code lane}: messages in memory; {@code
 *       herald.worker.resting}: those that wait a minute or more for another try; {@code
 *       herald.worker.lag}, tag {@code topic}: records not done with, read or not.
 * </ul>
 */
public final class WorkerMetrics {

  /** So soon replies arrive that people wait for (docs/metrics.md). */
  static final long OBJECTIVE_SECONDS = 5;

  private final MeterRegistry meters;
  private final RouteFailures routes;
  private final Map<Lane, Timer> delivery = new EnumMap<>(Lane.class);
  private final Map<String, Counter> messages = new ConcurrentHashMap<>();
  private final Map<String, Counter> calls = new ConcurrentHashMap<>();

  /**
   * Registers them.
   *
   * @param routes is told of every end
   */
  public WorkerMetrics(MeterRegistry meters, RouteFailures routes) {
    this.meters = meters;
    this.routes = routes;
    for (Lane lane : Lane.values()) {
      delivery.put(
          lane,
          Timer.builder("herald.worker.delivery")
              .tag("lane", lane.word())
              .publishPercentileHistogram()
              .serviceLevelObjectives(Duration.ofSeconds(OBJECTIVE_SECONDS), Duration.ofMinutes(1))
              .minimumExpectedValue(Duration.ofMillis(5))
              .maximumExpectedValue(Duration.ofMinutes(10))
              .register(meters));
    }
  }

  /** A call was answered, or not. */
  public void called(Outcome outcome) {
    calls
        .computeIfAbsent(
            outcome.word(), word -> meters.counter("herald.worker.calls", "outcome", word))
        .increment();
  }

  /** It was not known whether a message had arrived. */
  public void uncertain(boolean resend) {
    meters.counter("herald.worker.uncertain", "resolution", resend ? "resend" : "drop").increment();
  }

  /** A message is tried again. */
  public void retried(Lane lane) {
    meters.counter("herald.worker.retries", "lane", lane.word()).increment();
  }

  /** A message's way has ended. */
  public void ended(Lane lane, String ending, DeliveryEvent event) {
    messages.computeIfAbsent(lane.word() + ' ' + ending, _ -> ended(lane, ending)).increment();
    routes.ended(event);
    if (event.status() == DeliveryStatus.SENT) {
      delivery.get(lane).record(event.latencyMs(), TimeUnit.MILLISECONDS);
    }
  }

  /** What comes next is another worker's. */
  public void left() {
    routes.forget();
  }

  private Counter ended(Lane lane, String ending) {
    return meters.counter("herald.worker.messages", "lane", lane.word(), "ending", ending);
  }

  /** Whether Telegram takes nothing at present. */
  public void circuit(BooleanSupplier isOpen) {
    Gauge.builder("herald.worker.circuit.open", () -> isOpen.getAsBoolean() ? 1 : 0)
        .register(meters);
  }

  /** Messages of the lane in memory. */
  public void waiting(Lane lane, IntSupplier count) {
    Gauge.builder("herald.worker.waiting", count::getAsInt)
        .tag("lane", lane.word())
        .register(meters);
  }

  /** Messages that rest on a shelf. */
  public void resting(IntSupplier count) {
    Gauge.builder("herald.worker.resting", count::getAsInt).register(meters);
  }

  /** Records of the topic that are not done with. */
  public void lag(String topic, LongSupplier count) {
    Gauge.builder("herald.worker.lag", count::getAsLong).tag("topic", topic).register(meters);
  }
}
