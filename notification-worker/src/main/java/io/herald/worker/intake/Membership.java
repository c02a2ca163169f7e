package io.herald.worker.intake;

import io.herald.runtime.kafka.BacklogAge;
import io.herald.worker.report.WorkerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others may know about this member of the group. */
final class Membership {

  private final Map<String, AtomicLong> lags =
      Stream.concat(OwnPartitions.LANES.stream(), OwnPartitions.RETRIES.stream())
          .collect(Collectors.toMap(topic -> topic, _ -> new AtomicLong()));
  // When the oldest record of a lane was written, milliseconds since the epoch; 0: there is none.
  private final Map<String, AtomicLong> oldest =
      OwnPartitions.LANES.stream().collect(Collectors.toMap(topic -> topic, _ -> new AtomicLong()));
  private final WorkerMetrics metrics;
  private volatile boolean member;

  Membership(WorkerMetrics metrics, MeterRegistry meters) {
    this.metrics = metrics;
    lags.forEach((topic, lag) -> metrics.lag(topic, lag::get));
    oldest.forEach((topic, at) ->
        BacklogAge.of(IntakeConfiguration.GROUP, topic, () -> age(at.get()), meters));
  }

  private static double age(long writtenAt) {
    return writtenAt == 0 ? 0 : Math.max(0, System.currentTimeMillis() - writtenAt) / 1e3;
  }

  void joined() {
    member = true;
  }

  void left() {
    member = false;
    metrics.left();
    tellLag(_ -> 0);
    tellOldest(_ -> OptionalLong.empty());
  }

  /** Whether this worker has its partitions. */
  boolean isMember() {
    return member;
  }

  void tellOldest(Function<String, OptionalLong> at) {
    oldest.forEach((topic, told) -> told.set(at.apply(topic).orElse(0)));
  }

  void tellLag(ToLongFunction<String> lag) {
    lags.forEach((topic, told) -> told.set(lag.applyAsLong(topic)));
  }
}
