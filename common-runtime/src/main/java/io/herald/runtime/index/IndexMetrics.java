package io.herald.runtime.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Metrics of one index, tag {@code index}.
 *
 * <ul>
 *   <li>{@code herald.index.lag}: records that are on the topics and not in the index yet; 0 in a
 *       replica that does not read, so the sum over all replicas counts. Alert when it stays up.
 *   <li>{@code herald.index.records}: records brought into the index.
 *   <li>{@code herald.index.skipped}: records that could not be read and are not in it. Alert on
 *       any.
 *   <li>{@code herald.index.rebuilds}: how often Redis knew nothing of the index, which was then
 *       read from the beginning of its topics. The first start is one.
 * </ul>
 */
final class IndexMetrics {

  private final AtomicLong lag = new AtomicLong();
  private final Counter records;
  private final Counter skipped;
  private final Counter rebuilds;

  IndexMetrics(MeterRegistry meters, String index) {
    meters.gauge("herald.index.lag", Tags.of("index", index), lag);
    this.records = meters.counter("herald.index.records", "index", index);
    this.skipped = meters.counter("herald.index.skipped", "index", index);
    this.rebuilds = meters.counter("herald.index.rebuilds", "index", index);
  }

  void lag(long waiting) {
    lag.set(waiting);
  }

  void applied(int count) {
    records.increment(count);
  }

  void skipped() {
    skipped.increment();
  }

  void rebuilding() {
    rebuilds.increment();
  }
}
