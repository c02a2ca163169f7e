package io.herald.worker.deferred;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.trace.Trace;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import reactor.core.publisher.Mono;

/** Puts what waits on {@code herald.deferred}. */
public final class PublishDeferral {

  private final PublishRecord publish;

  /** Publishes through that. */
  public PublishDeferral(PublishRecord publish) {
    this.publish = publish;
  }

  /** Completes when it is durable. */
  public Mono<Void> publish(Deferral deferral, Trace trace) {
    var record =
        new ProducerRecord<>(
            Topics.DEFERRED, deferral.key().getBytes(UTF_8), Json.write(deferral.request()));
    trace.writeTo(record.headers());
    put(record.headers(), RecordHeaders.DUE_AT, deferral.dueAt().toEpochMilli());
    if (deferral.messages() != null) {
      put(record.headers(), RecordHeaders.WAITED, deferral.messages());
    }
    if (deferral.after() != null) {
      record.headers().add(RecordHeaders.AUDIENCE_AFTER, deferral.after().getBytes(UTF_8));
      put(record.headers(), RecordHeaders.EXPANDED, deferral.expanded());
    }
    return publish.publish(record);
  }

  private static void put(Headers headers, String name, long value) {
    headers.add(name, String.valueOf(value).getBytes(UTF_8));
  }
}
