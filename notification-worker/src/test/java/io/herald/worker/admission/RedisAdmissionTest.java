package io.herald.worker.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisAdmissionTest extends AdmissionContract {

  private static final LongSupplier NOW = () -> System.nanoTime() / 1_000;

  private static TestRedis server;
  private static Linked redis;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeAll
  static void open() {
    server = Backends.newRedis();
    redis = new Linked(server);
  }

  @AfterAll
  static void close() {
    redis.close();
    server.close();
  }

  @Override
  Process process() {
    await().atMost(SOON).until(() -> redis.link().commands().isPresent());
    AskScript script = new AskScript(ceilings(), UUID.randomUUID().toString(), Clock.systemUTC());
    LocalAdmission local = new LocalAdmission(ceilings(), NOW);
    FloodMetrics metrics = new FloodMetrics(meters, NOW);
    return new Process(
        new RedisAdmission(redis.link(), script, local, () -> 3, metrics),
        new RedisLedger(redis.link(), local, ceilings(), script.mine()));
  }

  @Override
  int processes() {
    return 3;
  }

  @Test
  void anotherProcessKnowsWhatBeganWhatWentOutAndWhatTheKeyStandsFor() {
    Process one = process();
    Process other = process();
    verdicts(one, replacing("a", "1", "k"), ask("b", "2"));
    one.ledger().sent(bot, "1", "a", "k", 11L).block(SOON);

    assertThat(verdicts(other, ask("a", "1"), again("b", "2"), replacing("c", "1", "k")))
        .containsExactly(
            new Verdict.AlreadySent(11L), new Verdict.Go(true, null), new Verdict.Go(false, 11L));
  }

  @Test
  void nobodyGivesBackAnothersClaim() {
    Process one = process();
    Process other = process();
    verdict(one, ask("a", "1"));
    other.ledger().released(bot, "a").block(SOON);

    assertThat(verdict(other, dropped("a", "1"))).isEqualTo(new Verdict.Uncertain());
  }

  @Test
  void aFreezeHoldsForAll() {
    process().admission().flooded(bot, "1", Duration.ofSeconds(30)).block(SOON);

    assertThat(verdict(process(), ask("a", "1"))).isInstanceOf(Verdict.WaitForChat.class);
  }

  @Test
  void aCallAnsweredLateCountsAsIfItWereMadeThen() throws Exception {
    Process process = process();
    verdict(process, ask("a", "-1"));
    long before = fullAt("-1");
    // An answer counts as late after 25 ms.
    await().pollDelay(Duration.ofMillis(60)).until(() -> true);
    process.ledger().sent(bot, "-1", "a", null, 1L).block(SOON);

    assertThat(fullAt("-1") - before).isBetween(30_000L, 5_000_000L);
  }

  private long fullAt(String chat) throws Exception {
    byte[] value = redis.commands().get(new BotKeys(bot).chat(chat)).get();
    return Long.parseLong(new String(value, UTF_8));
  }

  @Test
  void everythingInRedisEndsByItselfAndLiesInOneSlot() throws Exception {
    Process process = process();
    verdicts(process, replacing("a", "1", "k"), ask("b", "2"));
    process.ledger().sent(bot, "1", "a", "k", 1L).block(SOON);
    process.ledger().suspended(bot, "9", "blocked").block(SOON);
    process.admission().flooded(bot, "-3", Duration.ofSeconds(1)).block(SOON);
    var commands = redis.commands();

    List<byte[]> keys = commands.keys("*" + bot + "*").get();

    assertThat(keys.stream().map(key -> new String(key, UTF_8)))
        .containsExactlyInAnyOrder(
            "flood:{" + bot + "}",
            "flood:{" + bot + "}:1",
            "flood:{" + bot + "}:2",
            "flood:{" + bot + "}:-3",
            "out:{" + bot + "}:a",
            "out:{" + bot + "}:b",
            "replace:{" + bot + "}:1:k",
            "suspended:{" + bot + "}:9");
    for (byte[] key : keys) {
      assertThat(commands.pttl(key).get()).as(new String(key, UTF_8)).isPositive();
    }
  }

  @Test
  void goesOnWhenRedisHasForgottenTheScript() throws Exception {
    Process process = process();
    verdict(process, ask("a", "1"));
    redis.commands().scriptFlush().get();

    assertThat(verdict(process, ask("b", "1"))).isEqualTo(new Verdict.Go(false, null));
    assertThat(redis.link().commands()).isPresent();
  }

  @Test
  void afterAFlushItStillKnowsWhatItSentAndWhichChatsAreFull() {
    Process process = process();
    verdicts(process, ask("a", "1"), ask("b", "1"));
    process.ledger().sent(bot, "1", "a", null, 4L).block(SOON);
    server.flush();

    assertThat(verdicts(process, ask("a", "1"), ask("c", "1"), dropped("b", "2")))
        .satisfies(verdicts -> {
          assertThat(verdicts.get(0)).isEqualTo(new Verdict.AlreadySent(4L));
          assertThat(verdicts.get(1)).isInstanceOf(Verdict.WaitForChat.class);
          assertThat(verdicts.get(2)).isEqualTo(new Verdict.Uncertain());
        });
  }

  @Test
  void whileRedisIsGoneItGoesByItsShareAndItsMemoryAndThenReturns() {
    Process process = process();
    verdict(process, ask("a", "1"));
    process.ledger().sent(bot, "1", "a", null, 4L).block(SOON);
    server.stop();
    try {
      assertThat(verdict(process, ask("a", "1"))).isEqualTo(new Verdict.AlreadySent(4L));
      process.ledger().sent(bot, "1", "late", "k", 8L).block(SOON);
      long passed =
          IntStream.range(0, 40)
              .mapToObj(i -> verdict(process, ask("m" + i, "x" + i)))
              .filter(Verdict.Go.class::isInstance)
              .count();
      // A third of few tokens is this process's, and what comes in meanwhile.
      assertThat(passed).isBetween(0L, 8L);
      await()
          .atMost(SOON)
          .until(() -> verdict(process, ask("n", "n")).equals(new Verdict.Go(false, null)));
      assertThat(verdict(process, free("c", "1", "k"))).isEqualTo(new Verdict.Go(false, 8L));
      process.admission().flooded(bot, "5", Duration.ofSeconds(30)).block(SOON);
      assertThat(verdict(process, ask("d", "5"))).isInstanceOf(Verdict.WaitForChat.class);
      assertThat(meters.counter("herald.flood.local", "bot", bot).count()).isGreaterThan(40);
    } finally {
      server.start();
    }
    await().atMost(SOON).until(() -> redis.link().commands().isPresent());
    double alone = meters.counter("herald.flood.local", "bot", bot).count();

    assertThat(verdict(process, free("e", "6"))).isEqualTo(new Verdict.Go(false, null));
    assertThat(meters.counter("herald.flood.local", "bot", bot).count()).isEqualTo(alone);
  }

  @Test
  void tellsTheRateItsUseAndTheRefusals() {
    Process process = process();
    verdict(process, ask("a", "1"));

    assertThat(meters.get("herald.flood.rate").tag("bot", bot).gauge().value()).isEqualTo(30);
    assertThat(meters.get("herald.flood.used").tag("bot", bot).gauge().value())
        .isBetween(0.03, 0.04);

    process.admission().flooded(bot, "1", Duration.ofSeconds(1)).block(SOON);
    process.admission().flooded(bot, "2", Duration.ofSeconds(1)).block(SOON);
    verdict(process, ask("b", "3"));
    assertThat(meters.counter("herald.flood.refusals", "bot", bot, "scope", "chat").count())
        .isEqualTo(2);
    assertThat(meters.counter("herald.flood.refusals", "bot", bot, "scope", "bot").count())
        .isEqualTo(1);
    assertThat(meters.get("herald.flood.rate").tag("bot", bot).gauge().value()).isEqualTo(18);
  }

  @Test
  void countsTheWorkersThatAreAlive() throws ExecutionException, InterruptedException {
    redis.commands().del("workers:{herald}".getBytes(UTF_8)).get();
    LiveWorkers one = new LiveWorkers(redis.link(), "one");
    LiveWorkers other = new LiveWorkers(redis.link(), "other");
    one.beat().block(SOON);
    assertThat(one.count()).isEqualTo(1);
    other.beat().block(SOON);
    one.beat().block(SOON);

    assertThat(one.count()).isEqualTo(2);
  }
}
