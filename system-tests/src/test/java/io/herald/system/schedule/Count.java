package io.herald.system.schedule;

import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.topic.Topics;
import io.herald.system.emulator.Emulator.Outgoing;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what became of due times: at the emulator, and on the topics. */
final class Count {

  // Longer than a restart of everything, and the lease after it.
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  // What is claimed is fired within a few milliseconds, on a busy machine within this.
  private static final Duration IN_HAND = Duration.ofSeconds(1);

  private final Schedulers schedulers;
  private final DueTimes due;

  Count(Schedulers schedulers, DueTimes due) {
    this.schedulers = schedulers;
    this.due = due;
  }

  /** Waits until each has been fired or left out, and a moment for what may come twice. */
  void awaitEnd() {
    passUntil(due.last().plus(IN_HAND));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Waiting.until(
        "every due time has its end",
        PATIENCE.plusSeconds(30),
        () -> ends() == due.count() || System.nanoTime() - deadline > 0);
    Waiting.until("all is sent", PATIENCE, () -> Topic.lag(schedulers.kafka()) == 0);
  }

  /** Lets time pass until then, unless it has. */
  static void passUntil(Instant time) {
    Duration left = Duration.between(Instant.now(), time);
    if (left.isPositive()) {
      Waiting.pass(left);
    }
  }

  private int ends() {
    int arrived = arrived().size();
    return arrived == due.count() ? arrived : arrived + skipped().size();
  }

  /** Ids of due times that were left out. */
  Set<String> skipped() {
    return Topic.read(schedulers.kafka(), Topics.SCHEDULE_RUNS).stream()
        .map(record -> Json.read(record.value(), ScheduleRun.class))
        .filter(run -> run.outcome() == RunOutcome.SKIPPED)
        .map(ScheduleRun::schedule)
        .filter(due.byId()::containsKey)
        .collect(Collectors.toSet());
  }

  /** When the messages of each arrived. */
  private Map<String, List<Instant>> arrived() {
    Map<String, List<Instant>> arrived = new HashMap<>();
    for (Outgoing message : schedulers.wayOut().emulator().outgoing()) {
      String id = String.valueOf(message.text());
      if (due.byId().containsKey(id)) {
        arrived
            .computeIfAbsent(id, _ -> new ArrayList<>())
            .add(Instant.ofEpochMilli(message.atMs()));
      }
    }
    return arrived;
  }

  /** Due times that were published more than once. */
  private int again() {
    Map<String, Long> published =
        Topic.read(schedulers.kafka(), Topics.NOTIFICATIONS).stream()
            .map(record -> Json.read(record.value(), NotificationRequested.class))
            .filter(request -> due.byId().containsKey(String.valueOf(request.text())))
            .collect(Collectors.groupingBy(NotificationRequested::id, Collectors.counting()));
    return (int) published.values().stream().filter(count -> count > 1).count();
  }

  /**
   * Counts.
   *
   * @param kills when a scheduler was killed
   * @param tolerated see {@link Punctuality}
   */
  Punctuality of(String fault, List<Instant> kills, Duration tolerated) {
    Map<String, List<Instant>> arrived = arrived();
    Set<String> skipped = skipped();
    List<Long> others = new ArrayList<>();
    int inHand = 0;
    long slowest = 0;
    for (Map.Entry<String, List<Instant>> each : arrived.entrySet()) {
      Instant at = due.byId().get(each.getKey());
      long late = Duration.between(at, each.getValue().getFirst()).toMillis();
      slowest = Math.max(slowest, late);
      if (kills.stream().anyMatch(kill -> isInHand(at, kill))) {
        inHand++;
      } else {
        others.add(late);
      }
    }
    Instant first = due.byId().values().iterator().next();
    return new Punctuality(
        fault,
        due.count(),
        arrived.size(),
        skipped.size(),
        (int)
            due.byId().keySet().stream()
                .filter(id -> !arrived.containsKey(id) && !skipped.contains(id))
                .count(),
        arrived.values().stream().mapToInt(times -> times.size() - 1).sum()
            + (int) skipped.stream().filter(arrived::containsKey).count(),
        again(),
        inHand,
        others.stream().mapToLong(Long::longValue).sorted().toArray(),
        slowest,
        tolerated.toMillis(),
        Duration.between(first, Instant.now()).toSeconds());
  }

  private static boolean isInHand(Instant due, Instant kill) {
    return !due.isAfter(kill) && due.plus(IN_HAND).isAfter(kill);
  }
}
