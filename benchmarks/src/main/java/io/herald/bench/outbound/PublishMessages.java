package io.herald.bench.outbound;

import io.herald.local.process.ProcessFailure;
import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts messages on outbound topics as any service would, with acks=all. */
public final class PublishMessages implements AutoCloseable {
  private static final String BOT = "main";

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

  PublishMessages(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Hands one over and does not wait. */
  public void publish(Lane lane, BenchMessage message) {
    OutboundMessage outbound = message.record(BOT, Instant.now());
    producer.send(
        new ProducerRecord<>(
            lane.topic(), outbound.key().getBytes(StandardCharsets.UTF_8), Json.write(outbound)),
        (_, failure) -> refused.compareAndSet(null, failure));
  }

  /** Hands them over in that order and waits until the broker has them. */
  public void publishAll(Lane lane, List<BenchMessage> messages) {
    messages.forEach(message -> publish(lane, message));
    flush();
  }

  /**
   * Waits until the broker has all that was handed over.
   *
   * @throws ProcessFailure when it refused any
   */
  public void flush() {
    producer.flush();
    Exception failure = refused.get();
    if (failure != null) {
      throw new ProcessFailure("the broker refused a message: " + failure.getMessage());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
