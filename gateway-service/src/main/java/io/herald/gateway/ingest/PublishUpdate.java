package io.herald.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.trace.Trace;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import reactor.core.publisher.Mono;

/** Publishes an update's own bytes to {@code herald.updates}. */
final class PublishUpdate {

  private static final byte[] SKIPPED = "skipped".getBytes(UTF_8);

  private final PublishRecord records;

  PublishUpdate(PublishRecord records) {
    this.records = records;
  }

  /** Completes when Kafka has the update on all in-sync replicas. */
  Mono<Void> publish(IncomingUpdate update, boolean deduped, Trace trace) {
    var published =
        new ProducerRecord<>(Topics.UPDATES, update.key().getBytes(UTF_8), update.bytes());
    Headers headers = published.headers();
    headers.add(RecordHeaders.BOT, update.bot().getBytes(UTF_8));
    headers.add(RecordHeaders.UPDATE_ID, text(update.head().updateId()));
    headers.add(RecordHeaders.RECEIVED_AT, text(update.receivedAt()));
    if (!deduped) {
      headers.add(RecordHeaders.DEDUPE, SKIPPED);
    }
    trace.writeTo(headers);
    return records.publish(published);
  }

  private static byte[] text(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }
}
