package io.herald.runtime.kafka;

import io.herald.runtime.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import reactor.kafka.receiver.ReceiverOptions;

/** Makes the consumers of a service. */
public final class Consumers {

  private static final int DEFERRED_COMMITS = 10_000;
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);
  private static final Duration REBALANCE_GRACE = Duration.ofSeconds(5);

  private final Map<String, Object> properties;
  private final DeadLetters deadLetters;
  private final Traces traces;
  private final WatchBacklog backlog;
  private final MeterRegistry meters;

  Consumers(
      Map<String, Object> properties,
      DeadLetters deadLetters,
      Traces traces,
      WatchBacklog backlog,
      MeterRegistry meters) {
    this.properties = properties;
    this.deadLetters = deadLetters;
    this.traces = traces;
    this.backlog = backlog;
    this.meters = meters;
  }

  /** A consumer that starts and drains with the application. */
  public ConsumeInOrder inOrder(ConsumerSpec spec, RecordHandler handler) {
    ReceiverOptions<byte[], byte[]> options =
        ReceiverOptions.<byte[], byte[]>create(properties)
            .consumerProperty("group.id", spec.group())
            .commitInterval(COMMIT_INTERVAL)
            .maxDeferredCommits(DEFERRED_COMMITS)
            .maxDelayRebalance(REBALANCE_GRACE);
    backlog.watch(spec.group(), spec.topics());
    var waiting = new WaitingRecords(meters, spec, System::currentTimeMillis);
    return new ConsumeInOrder(spec, options, handler, deadLetters, traces, waiting);
  }
}
