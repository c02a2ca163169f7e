package io.herald.runtime.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Figures of records under way, tag {@code group} (the consumer group). Gauge {@code
 * herald.records.waiting}: those that failed and are being tried again, each with its lane behind
 * it; alert when it stays above 0 for minutes. {@code herald.records.retries} counts the tries.
 * Gauge {@code herald.backlog.age}, tag {@code topic} as well: how long ago the oldest record under
 * way in this replica was written, 0 while there is none; what is not read yet is younger.
 */
final class WaitingRecords {

  private final Set<Record> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongSupplier nowMillis;
  private final Counter retries;

  /**
   * Registers them.
   *
   * @param nowMillis the time that records' ages are told by, milliseconds since the epoch
   */
  WaitingRecords(MeterRegistry meters, ConsumerSpec spec, LongSupplier nowMillis) {
    String group = spec.group();
    this.nowMillis = nowMillis;
    Gauge.builder("herald.records.waiting", waiting, AtomicInteger::get)
        .tag("group", group)
        .register(meters);
    retries = meters.counter("herald.records.retries", "group", group);
    spec.topics().forEach(topic -> BacklogAge.of(group, topic, () -> age(topic), meters));
  }

  // Old ones are always under way before younger ones are, so these few tell of all.
  private double age(String topic) {
    long now = nowMillis.getAsLong();
    return underWay.stream()
        .filter(record -> record.topic.equals(topic))
        .mapToLong(record -> now - record.writtenAt)
        .max()
        .stream()
        .mapToDouble(millis -> Math.max(0, millis) / 1e3)
        .findFirst()
        .orElse(0);
  }

  /** One record's way. */
  final class Record {

    private final String topic;
    private final long writtenAt;
    private boolean hasFailed;

    private Record(Received received) {
      topic = received.record().topic();
      writtenAt = received.record().timestamp();
    }

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
      underWay.remove(this);
      if (hasFailed) {
        waiting.decrementAndGet();
      }
    }
  }

  Record begin(Received received) {
    Record record = new Record(received);
    underWay.add(record);
    return record;
  }
}
