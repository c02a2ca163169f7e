package io.herald.system.wayout;

import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes messages as any service does, in order, also past an outage of the broker. */
final class Publish implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 100;

  private final KafkaProducer<byte[], byte[]> producer;

  Publish(String bootstrapServers) {
    var bytes = new ByteArraySerializer();
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "linger.ms",
                "5",
                // After the broker's farewell a producer may know no leader and waits for one.
                "max.block.ms",
                String.valueOf(PATIENCE_SECONDS * 1_000)),
            bytes,
            bytes);
  }

  /** Hands a message over; durable when the future is done. */
  Future<?> begin(Lane lane, OutboundMessage message) {
    byte[] key = message.key().getBytes(StandardCharsets.UTF_8);
    return producer.send(new ProducerRecord<>(lane.topic(), key, Json.write(message)));
  }

  /** Publishes one message; it is durable then. */
  void now(Lane lane, OutboundMessage message) {
    await(begin(lane, message));
  }

  /** Hands a part of the broadcast over: those from one index to before the other. */
  List<? extends Future<?>> begin(Broadcast broadcast, int from, int to) {
    Stream<Planned> part = broadcast.messages().subList(from, to).stream();
    return part.map(each -> begin(each.lane(), each.message(broadcast.onUnknown()))).toList();
  }

  /** Waits until it is durable. */
  static void await(Future<?> published) {
    try {
      published.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a message was not published", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while publishing", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
