package io.herald.bench.schedules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.local.process.ProcessFailure;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Timing;
import io.herald.model.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts schedules on their topic as any service may, each with an owner, a title and a text. */
final class PublishSchedules implements AutoCloseable {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String TEXT =
      "The backup of db-3 is due: check that it ran and is complete.";

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

  PublishSchedules(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                "10",
                "batch.size",
                "131072"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** So many that are due every day, and not before tomorrow. */
  void store(int count) {
    Instant tomorrow = Instant.now().plus(DAY);
    for (int i = 0; i < count; i++) {
      Instant from = tomorrow.plus(DAY.multipliedBy(i).dividedBy(count));
      publish("stored-" + i, "user-" + i % 100_000, new Every(DAY, from));
    }
    flush();
  }

  /** So many that are due once each, one after the other from that time on. */
  void due(String word, int count, Instant first, Duration within) {
    for (int i = 0; i < count; i++) {
      Instant at = first.plus(within.multipliedBy(i).dividedBy(count));
      publish(word + "-" + i, "user-" + i, new At(at));
    }
    flush();
  }

  private void publish(String id, String owner, Timing timing) {
    Instant now = Instant.now();
    Schedule schedule =
        Schedule.of(id, Owner.user(owner), "Check the backup", timing, payload(owner), now);
    producer.send(
        new ProducerRecord<>(
            Topics.SCHEDULES, id.getBytes(UTF_8), Json.write(schedule.nextRevision(now))),
        (_, failure) -> refused.compareAndSet(null, failure));
  }

  private static Notify payload(String owner) {
    var json = Map.of("id", "-", "to", Map.of("user", owner), "text", TEXT);
    return new Notify(Json.read(Json.write(json), NotificationRequested.class));
  }

  private void flush() {
    producer.flush();
    Exception failure = refused.get();
    if (failure != null) {
      throw new ProcessFailure("the broker refused a schedule: " + failure.getMessage());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
