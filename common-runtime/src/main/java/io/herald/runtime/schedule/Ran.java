package io.herald.runtime.schedule;

import static io.herald.runtime.schedule.ScheduleKeys.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ran.lua} is told of one record.
 *
 * @param run null: the history was deleted
 * @param json empty: the history was deleted
 */
record Ran(String id, @Nullable ScheduleRun run, byte[] json) {

  private static final byte[] NONE = new byte[0];
  private static final byte[] ZERO = {'0'};
  private static final byte[] ONE = {'1'};

  static Ran of(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.key(), UTF_8);
    byte[] json = record.value();
    if (json == null || json.length == 0) {
      return new Ran(id, null, NONE);
    }
    ScheduleRun run = Json.read(json, ScheduleRun.class);
    if (!run.schedule().equals(id)) {
      throw new MalformedRecord("a run under a key that is not its schedule", null);
    }
    return new Ran(id, run, json);
  }

  void addTo(List<byte[]> arguments) {
    arguments.add(bytes(id));
    if (run == null) {
      arguments.addAll(List.of(NONE, ZERO, NONE, ZERO, ZERO, ZERO, ZERO));
    } else {
      addTo(arguments, run);
    }
    arguments.add(json);
  }

  private static void addTo(List<byte[]> arguments, ScheduleRun run) {
    Instant next = run.next();
    boolean isByTime = run.fire().equals(ScheduleIds.fire(run.schedule(), run.due()));
    arguments.add(bytes(run.fire()));
    arguments.add(bytes(run.due().toEpochMilli()));
    arguments.add(next == null ? NONE : bytes(next.toEpochMilli()));
    arguments.add(bytes(run.revision()));
    arguments.add(isByTime ? ZERO : ONE);
    arguments.add(run.outcome() == RunOutcome.FIRED ? ZERO : ONE);
    arguments.add(bytes(Math.floorDiv(run.firedAt().getEpochSecond(), 60)));
  }
}
