package io.herald.system.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.Misfire;
import io.herald.system.stack.OwnStack;
import io.herald.system.stack.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Schedules while those who fire them die, or Redis forgets. In every case each due time is fired
 * once, or left out where its policy says so.
 */
@Tag("prove")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@OwnStack
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingDueIsLostIT {

  private static final Path TABLE = Path.of("target", "prove", "schedules.txt");
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
  private static final Duration WHATEVER = Duration.ofMinutes(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  // Until what was published is in the index, on a busy machine.
  private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(10);
  private static final List<Punctuality> ALL = new ArrayList<>();

  @Test
  @Order(1)
  void schedulersKilledOneAfterTheOther() {
    try (Schedulers schedulers = Schedulers.start("due-killed", Map.of())) {
      warmUp(schedulers);
      Instant first = Instant.now().plus(BEFORE_THE_FIRST);
      DueTimes due = DueTimes.of("k", 1_000, first, MINUTE);
      due.publish(schedulers.kafka(), schedulers.wayOut().emulator(), Misfire.DEFAULT);
      List<Instant> kills = new ArrayList<>();
      for (int kill = 0; kill < 6; kill++) {
        Count.passUntil(first.plusSeconds(5 + 10 * kill));
        schedulers.replica(kill).kill9();
        kills.add(Instant.now());
        schedulers.replica(kill).start();
      }
      Count count = new Count(schedulers, due);
      count.awaitEnd();
      kept(count.of("(k) 1 of 3 schedulers killed -9 every 10 s", kills, TWO_SECONDS));
    }
  }

  @Test
  @Order(2)
  void noSchedulerRunsForAWhile() {
    try (Schedulers schedulers =
        Schedulers.start("due-outage", Map.of("HERALD_SCHEDULES_LATE", "5s"))) {
      Instant first = Instant.now().plus(BEFORE_THE_FIRST);
      Map<DueTimes, Misfire> policies =
          Map.of(
              DueTimes.of("once", 20, first, TWO_SECONDS),
              Misfire.DEFAULT,
              DueTimes.of("skip", 15, first, TWO_SECONDS),
              Misfire.skip(),
              DueTimes.of("late", 15, first, TWO_SECONDS),
              new Misfire(Misfire.Policy.FIRE_ONCE, Duration.ofSeconds(1)));
      policies.forEach((due, misfire) ->
          due.publish(schedulers.kafka(), schedulers.wayOut().emulator(), misfire));
      Waiting.pass(Duration.ofSeconds(2));
      schedulers.killAll();
      Count.passUntil(first.plus(Duration.ofSeconds(12)));
      schedulers.startAll();
      DueTimes all = all(policies.keySet());
      Count count = new Count(schedulers, all);
      count.awaitEnd();
      assertThat(count.skipped()).hasSize(30).noneMatch(id -> id.startsWith("once"));
      kept(count.of("(l) no scheduler over 50 due times, then 3", List.of(), WHATEVER));
    }
  }

  @Test
  @Order(3)
  void redisFlushedAmongDueTimes() {
    try (Schedulers schedulers = Schedulers.start("due-flushed", Map.of())) {
      warmUp(schedulers);
      Instant first = Instant.now().plus(BEFORE_THE_FIRST);
      DueTimes due = DueTimes.of("m", 500, first, Duration.ofSeconds(30));
      due.publish(schedulers.kafka(), schedulers.wayOut().emulator(), Misfire.DEFAULT);
      for (int flush = 0; flush < 3; flush++) {
        Count.passUntil(first.plusSeconds(5 + 10 * flush));
        schedulers.wayOut().redis().flush();
      }
      Count count = new Count(schedulers, due);
      count.awaitEnd();
      kept(count.of("(m) Redis flushed three times", List.of(), WHATEVER));
    }
  }

  /** The first messages of a JVM are slow, whoever sends them. */
  private static void warmUp(Schedulers schedulers) {
    DueTimes due = DueTimes.of("w", 200, Instant.now(), TWO_SECONDS);
    due.publish(schedulers.kafka(), schedulers.wayOut().emulator(), Misfire.DEFAULT);
    new Count(schedulers, due).awaitEnd();
  }

  private static DueTimes all(Set<DueTimes> parts) {
    Map<String, Instant> byId = new LinkedHashMap<>();
    parts.forEach(part -> byId.putAll(part.byId()));
    return new DueTimes(byId);
  }

  private static void kept(Punctuality punctuality) {
    ALL.add(punctuality);
    System.out.println(Punctuality.HEAD + "\n" + punctuality.row());
    assertThat(punctuality.broken()).as(punctuality.fault()).isEmpty();
  }

  @AfterAll
  static void table() throws IOException {
    List<String> lines = new ArrayList<>(List.of(Punctuality.HEAD));
    ALL.forEach(each -> lines.add(each.row()));
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, lines);
  }
}
