package io.herald.system.wayout;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.system.emulator.Emulator.Outgoing;
import io.herald.system.stack.Member;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import io.herald.system.stack.WayOut;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One broadcast while something breaks; afterwards it is counted what became of it. */
final class Trial implements AutoCloseable {

  /** Calls and messages of unknown outcome, as the workers count them. */
  static final Pattern UNKNOWNS = Pattern.compile("herald_worker_uncertain_total");

  // Longer than a rest on the first retry topic, and a restart after it.
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final WayOut wayOut;
  private final Broadcast broadcast;
  private final Publish publish;
  private final List<Future<?>> published = new ArrayList<>();
  private final List<Outgoing> accepted = new ArrayList<>();
  private final Set<Planned> arrived = new HashSet<>();
  private final Set<Planned> planned;
  private final List<Instant> kills = new ArrayList<>();
  private final int tooManyBefore;
  private final double unknownsBefore;
  private final long started = System.nanoTime();
  private double unknownsOfTheDead;

  Trial(WayOut wayOut, Broadcast broadcast) {
    this.wayOut = wayOut;
    this.broadcast = broadcast;
    this.planned = Set.copyOf(broadcast.messages());
    this.publish = new Publish(wayOut.broker().bootstrapServers());
    this.tooManyBefore = wayOut.emulator().conditions().tooManyRequests();
    this.unknownsBefore = unknownsOfTheLiving();
  }

  /** The broadcast is published, all of it, and durable. */
  static Trial of(WayOut wayOut, Broadcast broadcast) {
    Trial trial = new Trial(wayOut, broadcast);
    trial.publish(0, broadcast.size());
    trial.published.forEach(Publish::await);
    return trial;
  }

  /** Hands a part of the broadcast over to Kafka and does not wait. */
  void publish(int from, int to) {
    published.addAll(publish.begin(broadcast, from, to));
  }

  /** The same without the broker: handing over may itself have to wait for it. */
  void publishMeanwhile(int from, int to) {
    published.add(
        CompletableFuture.runAsync(
            () -> publish.begin(broadcast, from, to).forEach(Publish::await),
            task -> Thread.ofVirtual().start(task)));
  }

  /** How many distinct messages have arrived so far. */
  int arrived() {
    long seen = accepted.isEmpty() ? 0 : accepted.getLast().seq();
    for (Outgoing each : wayOut.emulator().outgoingSince(seen)) {
      // A page that was taken while messages came in may be followed by one that begins earlier.
      if (accepted.isEmpty() || each.seq() > accepted.getLast().seq()) {
        accepted.add(each);
        Planned.of(each).filter(planned::contains).ifPresent(arrived::add);
      }
    }
    return arrived.size();
  }

  /** Seconds since the first was published. */
  long seconds() {
    return Duration.ofNanos(System.nanoTime() - started).toSeconds();
  }

  /** Waits until so many more messages have arrived: the stream flows. */
  void awaitMore(int messages) {
    await(Math.min(broadcast.size(), arrived() + messages));
  }

  /** Waits until so many messages have arrived. */
  void await(int enough) {
    Waiting.until(enough + " messages have arrived", PATIENCE, () -> arrived() >= enough);
  }

  /** Kills a worker with -9; what is in its hands then may come twice. */
  void kill(Member worker) {
    unknownsOfTheDead += worker.metric(UNKNOWNS);
    worker.kill9();
    kills.add(Instant.now());
  }

  /** Stops a worker with SIGTERM; returns its exit code. */
  int stop(Member worker) {
    unknownsOfTheDead += worker.metric(UNKNOWNS);
    return worker.stop();
  }

  /**
   * Waits until every message has arrived and the workers have committed everything, so that no
   * late duplicate is missed. Counts what there is when patience ends.
   *
   * @param permitted duplicates besides those that kills permit
   */
  Passage end(String fault, int permitted) {
    return end(fault, permitted, () -> Topic.lag(wayOut.broker().bootstrapServers()) == 0);
  }

  /** The same while messages of others still wait: it waits until all ends are told. */
  Passage endAmongOthers(String fault, int permitted) {
    return end(fault, permitted, () -> told().ended() == broadcast.size());
  }

  private Passage end(String fault, int permitted, BooleanSupplier settled) {
    published.forEach(Publish::await);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Waiting.until(
        "the end",
        PATIENCE.plusSeconds(30),
        () ->
            (arrived() == broadcast.size() && settled.getAsBoolean())
                || System.nanoTime() - deadline > 0);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    arrived();
    Told told = told();
    int inHands =
        kills.stream().mapToInt(kill -> Math.min(WayOut.CALLS, told.inHand(accepted, kill))).sum();
    return new Passage(
        fault,
        broadcast.size(),
        Arrivals.of(broadcast, accepted),
        permitted + inHands,
        told.ended(),
        (int) (unknownsOfTheDead + unknownsOfTheLiving() - unknownsBefore),
        deadLetters(),
        wayOut.emulator().conditions().tooManyRequests() - tooManyBefore,
        took);
  }

  /** What the deliveries topic says about the broadcast so far. */
  Told told() {
    List<DeliveryEvent> events =
        Topic.read(wayOut.broker().bootstrapServers(), Topics.DELIVERIES).stream()
            .map(record -> Json.read(record.value(), DeliveryEvent.class))
            .toList();
    return Told.of(broadcast, events);
  }

  private int deadLetters() {
    return records(Topics.DEAD_LETTERS, broadcast.chats());
  }

  /** Records of that topic for one of those chats. */
  int records(String topic, Set<Long> chats) {
    Set<String> keys = chats.stream().map(chat -> "main:" + chat).collect(Collectors.toSet());
    return (int)
        Topic.read(wayOut.broker().bootstrapServers(), topic).stream()
            .filter(record -> keys.contains(new String(record.key(), StandardCharsets.UTF_8)))
            .count();
  }

  private double unknownsOfTheLiving() {
    return wayOut.workers().stream().mapToDouble(worker -> worker.metric(UNKNOWNS)).sum();
  }

  @Override
  public void close() {
    publish.close();
  }
}
