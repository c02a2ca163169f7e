package io.herald.worker.intake;

import io.herald.worker.report.WorkerMetrics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others may know about this member of the group. */
final class Membership {

  private final Map<String, AtomicLong> lags =
      Stream.concat(OwnPartitions.LANES.stream(), OwnPartitions.RETRIES.stream())
          .collect(Collectors.toMap(topic -> topic, _ -> new AtomicLong()));
  private volatile boolean member;

  Membership(WorkerMetrics metrics) {
    lags.forEach((topic, lag) -> metrics.lag(topic, lag::get));
  }

  void joined() {
    member = true;
  }

  void left() {
    member = false;
    tellLag(_ -> 0);
  }

  /** Whether this worker has its partitions. */
  boolean isMember() {
    return member;
  }

  void tellLag(ToLongFunction<String> lag) {
    lags.forEach((topic, told) -> told.set(lag.applyAsLong(topic)));
  }
}
