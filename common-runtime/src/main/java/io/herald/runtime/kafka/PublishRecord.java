package io.herald.runtime.kafka;

import io.herald.model.topic.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.retry.Retry;

/** Publishes one record. Completes when all in-sync replicas have it, and not a moment earlier. */
public final class PublishRecord {

  private final KafkaTemplate<byte[], byte[]> template;

  /** Publishes through that template. */
  public PublishRecord(KafkaTemplate<byte[], byte[]> template) {
    this.template = template;
  }

  /**
   * Completes when the producer knows where the topics' partitions are: publishing can begin, which
   * would fail before. Fails with a Kafka exception when it can't learn that within two seconds.
   */
  public Mono<Void> learn(List<TopicSpec> topics) {
    return Mono.<Void>fromRunnable(() -> ask(topics))
        .retryWhen(
            Retry.fixedDelay(40, Duration.ofMillis(50))
                .onRetryExhaustedThrow((_, signal) -> signal.failure()));
  }

  // Asking does not wait, it makes the producer learn a topic: all are learned at once that way.
  private void ask(List<TopicSpec> topics) {
    KafkaException unknown = null;
    for (TopicSpec topic : topics) {
      try {
        template.partitionsFor(topic.name());
      } catch (KafkaException e) {
        unknown = e;
      }
    }
    if (unknown != null) {
      throw unknown;
    }
  }

  /** Whether that error says that Kafka is away for a while: the same may be published later. */
  public static boolean mayWorkLater(Throwable error) {
    boolean ofKafka =
        error instanceof KafkaException
            || error instanceof org.springframework.kafka.KafkaException;
    return ofKafka && !willNeverTake(error);
  }

  /** Whether that error says of a record that Kafka will never take it as it is. */
  public static boolean willNeverTake(Throwable error) {
    return error instanceof RecordTooLargeException
        || error instanceof RecordBatchTooLargeException
        || error instanceof SerializationException
        || (error.getCause() != null && willNeverTake(error.getCause()));
  }

  /**
   * Publishes the record.
   *
   * @return completes when the record is durable; fails with a Kafka exception when it is not known
   *     to be. It never blocks: with no room or no broker it fails at once. The caller retries.
   */
  public Mono<Void> publish(ProducerRecord<byte[], byte[]> record) {
    return Mono.create(sink -> send(record, sink, _ -> sink.success()));
  }

  /**
   * Publishes the record, as {@link #publish} does.
   *
   * @return where the record lies
   */
  public Mono<RecordMetadata> publishAt(ProducerRecord<byte[], byte[]> record) {
    return Mono.create(sink -> send(record, sink, sink::success));
  }

  // The template's own way makes a future and an observation of each record.
  private void send(
      ProducerRecord<byte[], byte[]> record, MonoSink<?> sink, Consumer<RecordMetadata> sent) {
    template.execute(producer ->
        producer.send(
            record,
            (place, error) -> {
              if (error == null) {
                sent.accept(place);
              } else {
                sink.error(error);
              }
            }));
  }
}
