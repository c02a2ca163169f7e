package io.herald.system.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.model.topic.Topics;
import io.herald.system.emulator.Emulator;
import io.herald.system.stack.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Schedules that are due once each, one after the other in equal steps. The text of each message is
 * the id of its schedule.
 *
 * @param byId when each is due
 */
public record DueTimes(Map<String, Instant> byId) {

  /** So many over that time; their ids begin with the word. */
  public static DueTimes of(String word, int count, Instant first, Duration over) {
    Map<String, Instant> byId = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Instant due = first.plus(over.multipliedBy(i).dividedBy(count));
      byId.put("%s-%04d".formatted(word, i), Instant.ofEpochMilli(due.toEpochMilli()));
    }
    return new DueTimes(byId);
  }

  int count() {
    return byId.size();
  }

  Instant last() {
    return byId.values().stream().max(Instant::compareTo).orElseThrow();
  }

  /** Puts them on their topic, as any service may; they are durable then. */
  public void publish(String kafka, Emulator emulator, Misfire misfire) {
    long chats = People.crowd(count());
    emulator.welcome(chats, count());
    var bytes = new ByteArraySerializer();
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "linger.ms", "5");
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      List<Future<?>> sent = new ArrayList<>();
      byId.forEach((id, due) -> {
        Schedule schedule = schedule(id, due, chats + sent.size()).withMisfire(misfire);
        byte[] json = Json.write(schedule.nextRevision(schedule.createdAt()));
        sent.add(producer.send(new ProducerRecord<>(Topics.SCHEDULES, id.getBytes(UTF_8), json)));
      });
      sent.forEach(DueTimes::await);
    }
  }

  private static Schedule schedule(String id, Instant due, long chat) {
    var json = Map.of("id", "-", "to", Map.of("chat", String.valueOf(chat)), "text", id);
    var notification = Json.read(Json.write(json), NotificationRequested.class);
    return Schedule.of(
        id, Owner.OPERATORS, "", new At(due), new Notify(notification), Instant.now());
  }

  private static void await(Future<?> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a schedule was not published", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while publishing", e);
    }
  }
}
