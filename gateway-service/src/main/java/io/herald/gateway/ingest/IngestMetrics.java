package io.herald.gateway.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Figures of ingestion. {@code herald.ingest.updates} counts updates by {@code outcome}; their sum
 * is every well-formed, authentic update that came in, re-sends included. {@code accepted} alone is
 * what Kafka has. Alert on {@code unavailable} above 0 for minutes: Kafka does not take updates.
 * {@code herald.ingest.ack} times the way from the body's last byte to the durable ack; its buckets
 * hold the objective, {@value #OBJECTIVE_MILLIS} ms. {@code herald.ingest.dedupe.skipped} counts
 * updates published without asking Redis.
 */
final class IngestMetrics {

  /** So soon 99 of 100 are acknowledged (docs/metrics.md). */
  static final long OBJECTIVE_MILLIS = 250;

  private final Map<Ingested, Counter> outcomes = new EnumMap<>(Ingested.class);
  private final Timer ack;
  private final Counter skipped;

  IngestMetrics(MeterRegistry meters) {
    for (Ingested outcome : Ingested.values()) {
      String name = outcome.name().toLowerCase(java.util.Locale.ROOT);
      outcomes.put(outcome, meters.counter("herald.ingest.updates", "outcome", name));
    }
    this.ack =
        Timer.builder("herald.ingest.ack")
            .publishPercentileHistogram()
            .serviceLevelObjectives(Duration.ofMillis(OBJECTIVE_MILLIS))
            .register(meters);
    this.skipped = meters.counter("herald.ingest.dedupe.skipped");
  }

  void ingested(Ingested outcome, long startedNanos) {
    outcomes.get(outcome).increment();
    ack.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
  }

  void dedupeSkipped() {
    skipped.increment();
  }
}
