package io.herald.runtime.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Figures of records that can't go on, tag {@code group} (the consumer group). Gauge {@code
 * herald.records.waiting}: those that failed and are being tried again, each with its lane behind
 * it; alert when it stays above 0 for minutes. {@code herald.records.retries} counts the tries.
 */
final class WaitingRecords {

  private final AtomicInteger waiting = new AtomicInteger();
  private final Counter retries;

  WaitingRecords(MeterRegistry meters, String group) {
    Gauge.builder("herald.records.waiting", waiting, AtomicInteger::get)
        .tag("group", group)
        .register(meters);
    retries = meters.counter("herald.records.retries", "group", group);
  }

  /** One record's way. */
  final class Record {

    private boolean hasFailed;

    /** It failed, and is tried again. */
    void failed() {
      retries.increment();
      if (!hasFailed) {
        hasFailed = true;
        waiting.incrementAndGet();
      }
    }

    /** It went on, or was put aside. */
    void done() {
      if (hasFailed) {
        waiting.decrementAndGet();
      }
    }
  }

  Record record() {
    return new Record();
  }
}
