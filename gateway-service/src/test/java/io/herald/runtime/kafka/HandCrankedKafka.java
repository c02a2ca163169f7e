package io.herald.runtime.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.KafkaTemplate;

/** A Kafka that acknowledges records one by one, when the test says so. */
public final class HandCrankedKafka {

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          false,
          new RoundRobinPartitioner(),
          new ByteArraySerializer(),
          new ByteArraySerializer()) {
        @Override
        public void close(Duration timeout) {
          // The template closes what its factory made after each send; here it is one for all.
        }
      };

  /** Publishes to this Kafka. */
  public PublishRecord records() {
    return new PublishRecord(new KafkaTemplate<>(() -> producer));
  }

  /** All records that were sent, acknowledged or not. */
  public List<ProducerRecord<byte[], byte[]>> sent() {
    return producer.history();
  }

  /** The oldest record that still waits is durable. */
  public void acknowledge() {
    if (!producer.completeNext()) {
      throw new AssertionError("no record waits for an acknowledgement");
    }
  }

  /** The oldest record that still waits is not. */
  public void refuse() {
    if (!producer.errorNext(new TimeoutException("no broker"))) {
      throw new AssertionError("no record waits for an acknowledgement");
    }
  }
}
