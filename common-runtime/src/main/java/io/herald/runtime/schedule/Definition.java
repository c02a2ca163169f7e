package io.herald.runtime.schedule;

import static io.herald.runtime.schedule.ScheduleKeys.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What {@code define.lua} is told of one record.
 *
 * @param schedule null: it was deleted
 * @param json empty: it was deleted
 */
record Definition(String id, Position at, @Nullable Schedule schedule, byte[] json) {

  private static final byte[] NONE = new byte[0];
  private static final byte[] ZERO = {'0'};
  private static final byte[] ONE = {'1'};

  static Definition of(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.key(), UTF_8);
    byte[] json = record.value();
    if (json == null || json.length == 0) {
      return deleted(id, Position.of(record));
    }
    Schedule schedule = Json.read(json, Schedule.class);
    if (!schedule.id().equals(id)) {
      throw new MalformedRecord("a schedule under a key that is not its id", null);
    }
    return new Definition(id, Position.of(record), schedule, json);
  }

  static Definition deleted(String id, Position at) {
    return new Definition(id, at, null, NONE);
  }

  void addTo(List<byte[]> arguments) {
    arguments.add(bytes(id));
    arguments.add(bytes(at.partition()));
    arguments.add(bytes(at.offset()));
    arguments.add(bytes(at.millis()));
    arguments.add(json);
    if (schedule == null) {
      arguments.addAll(List.of(ZERO, NONE, NONE, NONE, NONE, ZERO));
    } else {
      addTo(arguments, schedule);
    }
  }

  private static void addTo(List<byte[]> arguments, Schedule schedule) {
    Optional<Instant> first = schedule.paused() ? Optional.empty() : Timetable.first(schedule);
    arguments.add(bytes(schedule.updatedAt().toEpochMilli()));
    arguments.add(bytes(mark(schedule)));
    arguments.add(bytes(owners(schedule)));
    arguments.add(first.map(Definition::millis).orElse(NONE));
    arguments.add(first.map(due -> millis(Timetable.fireAt(schedule, due))).orElse(NONE));
    arguments.add(schedule.paused() ? ONE : ZERO);
  }

  /** Tells whether a change was one of the times: equal where they are. */
  private static String mark(Schedule schedule) {
    return Integer.toHexString((schedule.timing() + " " + schedule.endsAt()).hashCode());
  }

  private static String owners(Schedule schedule) {
    return schedule.owner().words().stream()
        .map(ScheduleKeys::word)
        .collect(Collectors.joining(" "));
  }

  private static byte[] millis(Instant instant) {
    return bytes(instant.toEpochMilli());
  }
}
