package io.herald.system.wayout;

import static io.herald.model.topic.Lane.BULK;
import static io.herald.model.topic.Lane.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.topic.Topics;
import io.herald.system.emulator.Conditions;
import io.herald.system.emulator.Emulator.Outgoing;
import io.herald.system.stack.Member;
import io.herald.system.stack.OwnStack;
import io.herald.system.stack.Pace;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import io.herald.system.stack.WayOut;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Broadcasts while workers, Redis, the broker or Telegram go away. In every case each message
 * arrives, in the order of its chat and lane, its end is told, and none is put aside.
 *
 * <p>Duplicates: none, but for messages that were in a worker's hands when it was killed, and for
 * calls that were cut after Telegram had accepted them.
 */
@Tag("prove")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@OwnStack
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingIsLostOnTheWayOutIT {

  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Passages ALL = new Passages();

  @Test
  @Order(1)
  void workerKilledFiveTimes() {
    try (WayOut wayOut = WayOut.start("out-worker-killed", new Pace("100/s", "5/s", "20/s"));
        Trial trial = Trial.of(wayOut, twoThousand(wayOut).with(hot(wayOut)))) {
      for (int kill = 1; kill <= 5; kill++) {
        trial.awaitMore(400);
        trial.kill(wayOut.worker());
        wayOut.worker().start();
        wayOut.worker().awaitReady();
      }
      ALL.kept(trial.end("(a) worker killed -9, five times", 0));
    }
  }

  @Test
  @Order(2)
  void redisFlushedThenStoppedOnTheWayOut() {
    try (WayOut wayOut = WayOut.start("out-redis", new Pace("60/s", "5/s", "5/s"));
        Trial trial = Trial.of(wayOut, twoThousand(wayOut))) {
      trial.awaitMore(400);
      wayOut.redis().flush();
      trial.awaitMore(300);
      wayOut.redis().stop();
      int before = trial.arrived();
      Waiting.pass(Duration.ofSeconds(15));
      assertThat(trial.arrived()).as("sending goes on without Redis").isGreaterThan(before + 100);
      wayOut.redis().start();
      wayOut.redis().awaitReady(READY);
      ALL.kept(trial.end("(b) Redis flushed, then stopped for 15 s", 0));
    }
  }

  @Test
  @Order(3)
  void brokerStoppedThenKilledOnTheWayOut() {
    try (WayOut wayOut = WayOut.start("out-broker", new Pace("60/s", "5/s", "5/s"));
        Trial trial = new Trial(wayOut, twoThousand(wayOut))) {
      trial.publish(0, 1_000);
      trial.awaitMore(300);
      wayOut.broker().stop();
      trial.publishMeanwhile(1_000, 2_000);
      Waiting.pass(Duration.ofSeconds(20));
      wayOut.broker().start();
      wayOut.broker().awaitReady(READY);
      trial.await(1_300);
      wayOut.broker().kill9();
      wayOut.broker().start();
      wayOut.broker().awaitReady(READY);
      ALL.kept(trial.end("(c) broker stopped for 20 s, then killed -9", 0));
    }
  }

  @Test
  @Order(4)
  void telegramDownForAMinute() {
    try (WayOut wayOut = WayOut.start("out-telegram", new Pace("60/s", "5/s", "5/s"));
        Trial trial = new Trial(wayOut, twoThousand(wayOut))) {
      Conditions telegram = wayOut.emulator().conditions();
      // Many seconds of work, so that some is left on any machine when the fault begins.
      trial.publish(0, 800);
      trial.awaitMore(200);
      telegram.proxyIsAlone();
      awaitLogged(wayOut, "sending and reading stop");
      // The poll that is under way just then may still bring what has come in.
      Waiting.pass(Duration.ofSeconds(1));
      trial.publish(800, 2_000);
      Waiting.pass(Duration.ofSeconds(20));
      telegram.liftFaults();
      telegram.cutBeforeAccepting();
      Waiting.pass(Duration.ofSeconds(20));
      wayOut.gate().close();
      telegram.liftFaults();
      Waiting.pass(Duration.ofSeconds(20));
      // A few of each lane, and the poll that brought them.
      assertThat(metric(wayOut, "waiting")).as("little is read").isBetween(1.0, 1_200.0);
      assertThat(metric(wayOut, "lag")).as("the worker tells").isGreaterThanOrEqualTo(1_200);
      assertThat(Topic.lag(wayOut.broker().bootstrapServers()))
          .as("Kafka is the buffer")
          .isGreaterThanOrEqualTo(1_200);
      wayOut.gate().open();
      Passage passage = trial.end("(d) Telegram down 60 s: 502, cut, port closed", 0);
      ALL.kept(passage);
      assertThat(passage.unknowns()).as("cut calls are counted").isPositive();
      awaitLogged(wayOut, "sending and reading go on");
    }
  }

  @Test
  @Order(5)
  void acceptedThenCutAndAChatThatFails() {
    try (WayOut wayOut = WayOut.start("out-cut", new Pace("100/s", "10/s", "10/s"))) {
      List<Long> neighbours = Audience.people(wayOut.emulator(), 40);
      List<Long> failing = Audience.people(wayOut.emulator(), 1);
      wayOut.emulator().conditions().refuse(failing.getFirst());
      Broadcast all =
          Broadcast.of(failing, 12, STANDARD, BULK).with(Broadcast.of(neighbours, 3, STANDARD));
      try (Trial trial = Trial.of(wayOut, all)) {
        trial.awaitMore(120);
        assertThat(trial.seconds()).as("the others are not held back").isLessThan(10);

        Broadcast repeated = hundred(wayOut);
        Arrivals twice = cutTenTimes(wayOut, repeated, "resend", 10);
        Broadcast dropped = hundred(wayOut).ratherNever();
        Arrivals once = cutTenTimes(wayOut, dropped, "drop", 0);

        Waiting.until(
            "the message rests on the retry topic",
            ANSWER,
            () -> trial.records(Topics.RETRY_1M, Set.copyOf(failing)) > 0);
        trial.kill(wayOut.worker());
        wayOut.emulator().conditions().liftFaults();
        wayOut.worker().start();
        wayOut.worker().awaitReady();
        ALL.kept(trial.end("(g) one chat fails, worker killed -9 meanwhile", 0));
        // The chat that failed had kept their offsets back; the next worker found them sent.
        List<Outgoing> accepted = wayOut.emulator().outgoing();
        assertThat(Arrivals.of(repeated, accepted)).isEqualTo(twice);
        assertThat(Arrivals.of(dropped, accepted)).isEqualTo(once);
      }
    }
  }

  private static Broadcast hundred(WayOut wayOut) {
    return Broadcast.of(Audience.people(wayOut.emulator(), 100), 5, STANDARD, BULK);
  }

  /** Ten messages of the broadcast arrive, and the worker never learns of it. */
  private static Arrivals cutTenTimes(
      WayOut wayOut, Broadcast broadcast, String onUnknown, int duplicates) {
    try (Trial trial = new Trial(wayOut, broadcast)) {
      for (int cut = 1; cut <= 10; cut++) {
        wayOut.emulator().conditions().cutAfterAccepting(1);
        trial.publish((cut - 1) * 50, cut * 50);
        trial.await(cut * 50);
      }
      Passage passage =
          trial.endAmongOthers("(e) cut after accepting, ten times: " + onUnknown, duplicates);
      ALL.kept(passage);
      assertThat(passage.arrivals().duplicates()).as("sent again").isEqualTo(duplicates);
      assertThat(passage.unknowns()).as("unknown outcomes counted").isEqualTo(10);
      assertThat(trial.told().with(DeliveryStatus.FAILED, "dropped"))
          .as("told as dropped")
          .isEqualTo(10 - duplicates);
      return passage.arrivals();
    }
  }

  @Test
  @Order(6)
  void workersComeAndGo() {
    try (WayOut wayOut = WayOut.start("out-rebalance", new Pace("40/s", "5/s", "5/s"))) {
      try (Trial trial = Trial.of(wayOut, twoThousand(wayOut))) {
        trial.awaitMore(100);
        Member second = wayOut.addWorker();
        wayOut.addWorker().awaitReady();
        second.awaitReady();
        trial.awaitMore(200);
        assertThat(trial.stop(wayOut.worker())).isZero();
        trial.awaitMore(150);
        wayOut.addWorker().awaitReady();
        trial.awaitMore(150);
        assertThat(trial.stop(second)).isZero();
        ALL.kept(trial.end("(f) workers 1, 3, 2, 3, 2 by SIGTERM", 0));
      }
      wayOut.worker().start();
      wayOut.worker().awaitReady();
      Broadcast more = Broadcast.of(Audience.people(wayOut.emulator(), 200), 4, STANDARD, BULK);
      try (Trial trial = Trial.of(wayOut, more)) {
        trial.awaitMore(200);
        trial.kill(wayOut.workers().getLast());
        ALL.kept(trial.end("(f) one worker of three killed -9", 0));
      }
    }
  }

  /** 400 people get 4 messages each, 20 groups 20 each. */
  private static Broadcast twoThousand(WayOut wayOut) {
    List<Long> people = Audience.people(wayOut.emulator(), 400);
    List<Long> groups = Audience.groups(wayOut.emulator(), 20);
    return Broadcast.of(people, 4, STANDARD, BULK).with(Broadcast.of(groups, 20, STANDARD, BULK));
  }

  /** One group gets more messages in a lane than a worker keeps in memory for it. */
  private static Broadcast hot(WayOut wayOut) {
    return Broadcast.of(Audience.groups(wayOut.emulator(), 1), 800, BULK);
  }

  private static void awaitLogged(WayOut wayOut, String words) {
    Pattern pattern = Pattern.compile(words);
    Waiting.until(words, ANSWER, () -> !wayOut.worker().logged(pattern).isEmpty());
  }

  private static double metric(WayOut wayOut, String name) {
    return wayOut.worker().metric(Pattern.compile("herald_worker_" + name + "\\{"));
  }

  @AfterAll
  static void table() throws IOException {
    ALL.write();
  }
}
