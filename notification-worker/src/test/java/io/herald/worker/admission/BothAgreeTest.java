package io.herald.worker.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.model.topic.Lane;
import io.herald.telegram.flood.Ceilings;
import io.herald.telegram.flood.FloodControl;
import io.herald.telegram.flood.Leave;
import io.herald.telegram.flood.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The script and the class say the same, to the microsecond, on random timelines. */
class BothAgreeTest {

  private static final List<String> CHATS = List.of("1", "2", "3", "4", "-5", "-6", "@seven", "8");
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));

  private static Linked redis;

  private final String bot = "agree" + UUID.randomUUID();
  private long now = 1_790_000_000_000_000L;

  @BeforeAll
  static void open() {
    redis = new Linked(Backends.redis());
  }

  @AfterAll
  static void close() {
    redis.close();
  }

  static Stream<Arguments> timelines() {
    Pace free = pace(1_000_000, 1);
    List<Ceilings> ceilings =
        List.of(
            Ceilings.PUBLISHED,
            new Ceilings(pace(7, 1), pace(3, 1), pace(40, 60), pace(6, 60)),
            new Ceilings(pace(1, 1), free, free, free),
            new Ceilings(pace(90, 3600), free, pace(2, 1), free),
            new Ceilings(free, free, free, free));
    return Stream.iterate(0, seed -> seed + 1)
        .limit(15)
        .map(seed -> Arguments.of(seed, ceilings.get(seed % ceilings.size())));
  }

  @ParameterizedTest
  @MethodSource("timelines")
  void agree(int seed, Ceilings ceilings) throws Exception {
    Random random = new Random(seed);
    FloodControl pure = new FloodControl(ceilings);
    for (int step = 0; step < 400; step++) {
      now += pause(random);
      AskScript script = new AskScript(ceilings, "me", Clock.systemUTC(), now);
      int kind = random.nextInt(20);
      if (kind == 0) {
        String chat = CHATS.get(random.nextInt(CHATS.size()));
        Duration pause = Duration.ofSeconds(1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 2));
        boolean first =
            script
                .flooded(redis.commands(), bot, chat, pause)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        assertThat(first).isEqualTo(pure.flooded(chat, pause.toNanos() / 1_000, now));
      } else {
        compare(script, pure, random, kind == 1);
      }
    }
  }

  private void compare(AskScript script, FloodControl pure, Random random, boolean distrust)
      throws Exception {
    List<AskToSend> asks = new ArrayList<>();
    List<Verdict> expected = new ArrayList<>();
    if (distrust) {
      pure.distrust(now);
    }
    for (int i = random.nextInt(8); i >= 0; i--) {
      String chat = CHATS.get(random.nextInt(CHATS.size()));
      Lane lane = Lane.values()[random.nextInt(3)];
      boolean edit = random.nextInt(4) == 0;
      String id = UUID.randomUUID().toString();
      asks.add(new AskToSend(id, chat, lane, false, false, false, edit ? "key" : null, LATER));
      expected.add(verdict(pure.ask(chat, lane, edit, now), edit));
    }
    for (String chat : CHATS) {
      redis.commands().set(new BotKeys(bot).replaced(chat, "key"), "42".getBytes(US_ASCII)).get();
    }
    AskScript.Answer answer =
        script
            .ask(redis.commands(), bot, asks, new boolean[asks.size()], distrust)
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS);
    assertThat(answer.verdicts()).isEqualTo(expected);
    assertThat(answer.rate()).isEqualTo(pure.rate(now));
    assertThat(answer.used()).isEqualTo(pure.used(now));
  }

  private static Verdict verdict(Leave leave, boolean edit) {
    Duration pause = Duration.ofNanos(leave.pauseMicros() * 1_000);
    return switch (leave.kind()) {
      case GO -> new Verdict.Go(false, edit ? 42L : null);
      case CHAT -> new Verdict.WaitForChat(pause);
      case BOT -> new Verdict.WaitForBot(pause);
    };
  }

  /** From nothing to minutes, mostly short. */
  private static long pause(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> 0;
      case 1 -> random.nextLong(5_000_000);
      case 2 -> random.nextInt(10) == 0 ? random.nextLong(90_000_000) : 1;
      default -> random.nextLong(150_000);
    };
  }

  private static Pace pace(int count, int seconds) {
    return new Pace(count, Duration.ofSeconds(seconds));
  }
}
