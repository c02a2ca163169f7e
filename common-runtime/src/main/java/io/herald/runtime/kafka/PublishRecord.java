package io.herald.runtime.kafka;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** Publishes one record. Completes when all in-sync replicas have it, and not a moment earlier. */
public final class PublishRecord {

  private final KafkaTemplate<byte[], byte[]> template;

  PublishRecord(KafkaTemplate<byte[], byte[]> template) {
    this.template = template;
  }

  /**
   * Publishes the record.
   *
   * @return completes when the record is durable; fails with a Kafka exception when it is not known
   *     to be. It never blocks: with no room or no broker it fails at once. The caller retries.
   */
  public Mono<Void> publish(ProducerRecord<byte[], byte[]> record) {
    return Mono.fromFuture(() -> template.send(record)).then();
  }
}
