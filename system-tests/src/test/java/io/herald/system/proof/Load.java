package io.herald.system.proof;

import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.system.emulator.Emulator;
import io.herald.system.emulator.Emulator.BulkOrder;
import io.herald.system.emulator.Emulator.Run;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Many people ask at once while something breaks; afterwards it is counted what became of it. */
final class Load {

  static final int COUNT = 5_000;
  private static final int USERS = 500;
  private static final double PER_SECOND = 250;
  // The gateway's default for max_connections: so many webhooks can be under way.
  private static final int CONNECTIONS = 40;
  // Longer than a claim of a killed gateway (30 s) and the longest back-off of the first minute.
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private static final int WARM_UP = 1_000;

  private final Stack stack;
  private final Emulator emulator;
  private final Set<Long> warmUp;
  private final Run run;
  private final long started;
  private int inFlight;

  private Load(Stack stack) {
    this.stack = stack;
    this.emulator = stack.emulator();
    this.warmUp = warmUp();
    this.started = System.nanoTime();
    this.run = emulator.start(BulkOrder.distinct(COUNT, USERS, PER_SECOND, People.crowd(USERS)));
  }

  /**
   * Some updates beforehand, so that what is under way at a fault is what a running system has and
   * not what cold processes have piled up.
   *
   * @return their ids, which are left out of every count
   */
  private Set<Long> warmUp() {
    var order =
        new BulkOrder(WARM_UP, USERS, PER_SECOND, "/warm{n}", "/warm(\\d+)", People.crowd(USERS));
    Run warming = emulator.start(order);
    Waiting.until(
        "all is warm",
        PATIENCE,
        () -> {
          Run now = emulator.run(warming);
          return now.acknowledged() == WARM_UP && now.distinct() == WARM_UP;
        });
    return Set.copyOf(emulator.acknowledged());
  }

  /** Warms the system up; then people begin to ask, and this returns. */
  static Load on(Stack stack) {
    return new Load(stack);
  }

  Stack stack() {
    return stack;
  }

  /** How many updates were answered with a 2xx so far. */
  int acknowledged() {
    return emulator.run(run).acknowledged();
  }

  /** Waits until so many more updates are acknowledged: the stream flows. */
  void awaitMore(int updates) {
    int enough = acknowledged() + updates;
    Waiting.until(enough + " updates are acknowledged", PATIENCE, () -> acknowledged() >= enough);
  }

  /** Does something to the system, and adds what is under way at that moment to the bound. */
  void strike(Runnable fault) {
    int before = underWay();
    fault.run();
    inFlight += Math.max(before, underWay());
  }

  /** Webhooks without an answer yet, and updates that are accepted but without their reply. */
  private int underWay() {
    Run now = emulator.run(run);
    int webhooks = Math.min(CONNECTIONS, now.created() - now.acknowledged());
    return webhooks + now.betweenTopicAndReply();
  }

  /** What was under way at all strikes together. */
  int inFlight() {
    return inFlight;
  }

  /**
   * Waits until every update is acknowledged and answered and the groups have committed everything,
   * so that no late duplicate is missed. Counts what there is when patience ends.
   */
  Figures figures(String fault, int allowedDuplicates) {
    Run end = awaitTheEnd();
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    var records = Topic.read(stack.broker().bootstrapServers(), Topics.UPDATES);
    Map<Long, Long> copies =
        records.stream()
            .map(Load::updateId)
            .filter(id -> !warmUp.contains(id))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Set<Long> missing = new HashSet<>(emulator.acknowledged());
    missing.removeAll(warmUp);
    missing.removeAll(copies.keySet());
    return new Figures(
        fault,
        end.created(),
        end.acknowledged(),
        copies.size(),
        (int) copies.values().stream().filter(count -> count > 1).count(),
        missing.size(),
        end.distinct(),
        end.duplicates(),
        allowedDuplicates,
        RepliesInOrder.overtaken(emulator.outgoing()),
        deadLetters().size(),
        took);
  }

  private Run awaitTheEnd() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Waiting.until(
        "the end",
        PATIENCE.plusSeconds(10),
        () -> isDone(emulator.run(run)) || System.nanoTime() > deadline);
    return emulator.run(run);
  }

  private boolean isDone(Run now) {
    return now.acknowledged() == COUNT
        && now.distinct() == COUNT
        && Topic.lag(stack.broker().bootstrapServers()) == 0;
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return Topic.read(stack.broker().bootstrapServers(), Topics.DEAD_LETTERS);
  }

  private static long updateId(ConsumerRecord<byte[], byte[]> record) {
    byte[] id = record.headers().lastHeader(RecordHeaders.UPDATE_ID).value();
    return Long.parseLong(new String(id, StandardCharsets.UTF_8));
  }
}
