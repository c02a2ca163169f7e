package io.herald.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.herald.model.json.Json;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.Summarize;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountSchedulesTest {

  private static final Duration SOON = Duration.ofMinutes(1);

  // Redis forgets minutes by its own clock.
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private TestRedis redis;
  private RunningRuntime runtime;
  private ScheduleIndex index;
  private CountSchedules count;
  private long offset;

  @BeforeEach
  void run() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    RedisLink link = runtime.part(RedisLink.class);
    index = new ScheduleIndex(link);
    count = new CountSchedules(link);
  }

  @AfterEach
  void end() {
    runtime.close();
    redis.close();
  }

  @Test
  void countsWhatIsStoredDueAndBehind() {
    isComplete();
    define("late", now.minusSeconds(90), false);
    define("just", now.minusMillis(500), false);
    define("soon", now.plusSeconds(60), false);
    define("later", now.plusSeconds(600), false);
    define("paused", now.plusSeconds(5), true);
    // Over: it is still known, and due no more.
    define("over", now.minusSeconds(30), false);
    ran("over", now.minusSeconds(30), now.minusSeconds(29));

    assertThat(count.at(now).block(SOON))
        .isEqualTo(new ScheduleCounts(6, 1, 2, 1, now.minusSeconds(90), now.plusSeconds(60), 1));
  }

  @Test
  void countsEachRunOfTheLastHourOnce() {
    isComplete();
    define("tea", now.plusSeconds(60), false);
    for (int minutes : new int[] {1, 1, 30, 58, 61, 500}) {
      ran("tea", now.minus(Duration.ofMinutes(minutes)), now.minus(Duration.ofMinutes(minutes)));
    }

    assertThat(count.at(now).block(SOON).lastHour()).isEqualTo(3);
  }

  @Test
  void tellsNothingWhileTheIndexIsBuilt() {
    assertThatThrownBy(() -> count.at(now).block(SOON)).isInstanceOf(SchedulesUnknown.class);
  }

  private void isComplete() {
    byte[] yes = {'1'};
    runtime
        .part(RedisLink.class)
        .ask(commands -> commands.hset(ScheduleKeys.PLACE, ScheduleKeys.bytes("complete"), yes))
        .block(SOON);
  }

  private void define(String id, Instant at, boolean paused) {
    Schedule schedule =
        Schedule.of(id, Owner.OPERATORS, "", new At(at), new Summarize("ann"), now)
            .withPaused(paused)
            .nextRevision(now);
    var metadata = new RecordMetadata(new TopicPartition("schedules", 0), offset++, 0, 1, 1, 1);
    index.bringIn(schedule, Json.write(schedule), metadata).block(SOON);
  }

  private void ran(String id, Instant due, Instant firedAt) {
    var run =
        new ScheduleRun(
            ScheduleRun.SCHEMA_VERSION,
            id,
            1,
            due,
            firedAt,
            ScheduleIds.fire(id, due),
            RunOutcome.FIRED,
            null,
            0,
            null,
            null);
    index.bringIn(run, Json.write(run)).block(SOON);
  }
}
