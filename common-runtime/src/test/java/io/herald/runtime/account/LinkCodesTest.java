package io.herald.runtime.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestRedis;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.redis.GoneRedis;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@BesideOthers
class LinkCodesTest {

  private static final Duration SOON = Duration.ofMinutes(1);

  private static TestRedis redis;
  private static RunningRuntime runtime;
  private static LinkCodes codes;
  private static Attempts attempts;

  private final String chat = UUID.randomUUID().toString();
  private final TelegramIdentity who = new TelegramIdentity("main", chat, null, "Ann");

  @BeforeAll
  static void run() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    codes = runtime.part(LinkCodes.class);
    attempts = runtime.part(Attempts.class);
  }

  @AfterAll
  static void end() {
    runtime.close();
    redis.close();
  }

  @Test
  void aCodeIsGoodOnce() {
    String code = codes.codeFor(who, cause(1)).block(SOON);

    assertThat(code).matches("[0-9]{6}");
    assertThat(codes.redeemCode(code).block(SOON)).isEqualTo(who);
    assertThat(codes.redeemCode(code).block(SOON)).isNull();
  }

  @Test
  void onlyTheNewestOfAChatIsGood() {
    String first = codes.codeFor(who, cause(1)).block(SOON);
    String second = codes.codeFor(who, cause(2)).block(SOON);

    assertThat(codes.redeemCode(first).block(SOON)).isNull();
    assertThat(codes.redeemCode(second).block(SOON)).isEqualTo(who);
  }

  @Test
  void aReplayIsGivenTheSameCodeAndTakesNoneAway() {
    String first = codes.codeFor(who, cause(1)).block(SOON);
    String second = codes.codeFor(who, cause(2)).block(SOON);

    assertThat(codes.codeFor(who, cause(1)).block(SOON)).isEqualTo(first);
    assertThat(codes.codeFor(who, cause(2)).block(SOON)).isEqualTo(second);
    assertThat(codes.redeemCode(second).block(SOON)).isEqualTo(who);
    assertThat(codes.codeFor(who, cause(2)).block(SOON)).isEqualTo(second);
    assertThat(codes.redeemCode(second).block(SOON)).isNull();
  }

  @Test
  void codesAndTokensLastTenMinutes() throws Exception {
    String code = codes.codeFor(who, cause(1)).block(SOON);
    String token = codes.tokenFor("ann").block(SOON);
    byte[] codeKey = ("link:{codes}:code:" + code).getBytes(UTF_8);
    byte[] tokenKey = ("link:{codes}:token:" + token).getBytes(UTF_8);
    assertThat(commands().pttl(codeKey).get()).isBetween(590_000L, 600_000L);
    assertThat(commands().pttl(tokenKey).get()).isBetween(590_000L, 600_000L);

    commands().pexpire(codeKey, 0).get();
    commands().pexpire(tokenKey, 0).get();

    assertThat(codes.redeemCode(code).block(SOON)).isNull();
    assertThat(codes.redeemToken(token, cause(1)).block(SOON)).isNull();
  }

  @Test
  void aTokenIsGoodOnceButForItsReplay() {
    String token = codes.tokenFor("ann@example.com").block(SOON);

    assertThat(token).matches("[A-Za-z0-9_-]{32}");
    assertThat(codes.redeemToken(token, cause(1)).block(SOON)).isEqualTo("ann@example.com");
    assertThat(codes.redeemToken(token, cause(1)).block(SOON)).isEqualTo("ann@example.com");
    assertThat(codes.redeemToken(token, cause(2)).block(SOON)).isNull();
  }

  @Test
  void whatIsNoCodeIsNobodys() {
    assertThat(codes.redeemCode("12345x").block(SOON)).isNull();
    assertThat(codes.redeemCode("1234567").block(SOON)).isNull();
    assertThat(codes.redeemToken("", "cause").block(SOON)).isNull();
    assertThat(codes.redeemToken("a b", "cause").block(SOON)).isNull();
  }

  @Test
  void thousandChatsHaveThousandCodes() {
    List<String> given =
        Flux.range(0, 1_000)
            .flatMap(
                i -> codes.codeFor(new TelegramIdentity("main", chat + i, null, ""), cause(i)), 100)
            .collectList()
            .block(SOON);

    assertThat(given).doesNotHaveDuplicates().hasSize(1_000);
  }

  @Test
  void oneOfManyWhoTryTheSameCodeGetsIt() {
    String code = codes.codeFor(who, cause(1)).block(SOON);

    assertThat(Flux.range(0, 16).flatMap(_ -> codes.redeemCode(code), 16).count().block(SOON))
        .isEqualTo(1);
  }

  @Test
  void locksOutWhoWasWrongFiveTimes() throws Exception {
    List<Duration> answers =
        Flux.range(0, 8).flatMap(_ -> attempts.begin(chat), 8).collectList().block(SOON);

    assertThat(answers).filteredOn(Duration::isZero).hasSize(5);
    assertThat(attempts.begin(chat).block(SOON))
        .isBetween(Duration.ofSeconds(890), Duration.ofMinutes(15));
    assertThat(attempts.begin(chat + "other").block(SOON)).isZero();
    commands().pexpire(("attempts:" + chat).getBytes(UTF_8), 0).get();
    assertThat(attempts.begin(chat).block(SOON)).isZero();
  }

  @Test
  void whatIsRightNeitherCountsNorClearsWhatWasWrong() {
    for (int i = 0; i < 20; i++) {
      assertThat(attempts.begin(chat).block(SOON)).isZero();
      attempts.takeBack(chat).block(SOON);
    }
    assertThat(attempts.left(chat).block(SOON)).isEqualTo(5);
    Flux.range(0, 4).concatMap(_ -> attempts.begin(chat)).blockLast(SOON);
    assertThat(attempts.begin(chat).block(SOON)).as("the right one").isZero();
    attempts.takeBack(chat).block(SOON);

    assertThat(attempts.left(chat).block(SOON)).isEqualTo(1);
    assertThat(attempts.begin(chat).block(SOON)).as("the fifth that is wrong").isZero();
    assertThat(attempts.begin(chat).block(SOON)).isPositive();
  }

  @Test
  void nothingIsProvedWhileRedisIsAway() {
    LinkCodes codes = new LinkCodes(GoneRedis.link());
    Attempts attempts = new Attempts(GoneRedis.link());

    assertThatThrownBy(() -> codes.codeFor(who, cause(1)).block(SOON))
        .isInstanceOf(AccountsUnknown.class);
    assertThatThrownBy(() -> codes.redeemCode("123456").block(SOON))
        .isInstanceOf(AccountsUnknown.class);
    assertThatThrownBy(() -> attempts.begin(chat).block(SOON)).isInstanceOf(AccountsUnknown.class);
  }

  private String cause(int number) {
    return "update:main:" + chat + ':' + number;
  }

  private static RedisClusterAsyncCommands<byte[], byte[]> commands() {
    return runtime.part(RedisLink.class).commands().orElseThrow();
  }
}
