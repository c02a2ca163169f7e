package io.herald.worker.expand;

import io.herald.model.json.MalformedRecord;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Expands what comes in on the topic of notifications; a bad record is told and put aside. */
final class ReceiveNotifications implements RecordHandler {

  private final ReadTask read;
  private final ExpandNotification expand;
  private final PublishExpansion publish;
  private final TellMalformed tellMalformed;
  private final ExpandMetrics metrics;
  private final Supplier<Instant> now;

  ReceiveNotifications(
      ReadTask read,
      ExpandNotification expand,
      PublishExpansion publish,
      TellMalformed tellMalformed,
      ExpandMetrics metrics,
      Supplier<Instant> now) {
    this.read = read;
    this.expand = expand;
    this.publish = publish;
    this.tellMalformed = tellMalformed;
    this.metrics = metrics;
    this.now = now;
  }

  @Override
  public Mono<Void> handle(Received received) {
    Instant begin = now.get();
    Task task;
    try {
      task = read.read(received, begin);
    } catch (MalformedRecord e) {
      metrics.malformed();
      return tellMalformed.tell(received, e, begin).then(Mono.error(e));
    }
    return expand
        .expand(task)
        .flatMap(expansion -> publish.publish(received, expansion).thenReturn(expansion))
        .doOnNext(it ->
            received
                .trace()
                .measure(() -> metrics.expanded(it, Duration.between(begin, now.get()))))
        .then();
  }
}
