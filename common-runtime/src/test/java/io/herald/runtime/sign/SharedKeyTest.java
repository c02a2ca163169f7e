package io.herald.runtime.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestRedis;
import io.herald.runtime.RunningRuntime;
import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@BesideOthers
class SharedKeyTest {

  private static final Duration OFTEN = Duration.ofMillis(50);

  private static TestRedis redis;
  private static RunningRuntime runtime;
  private static RedisLink link;

  @BeforeAll
  static void open() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    link = runtime.part(RedisLink.class);
    await().until(() -> link.commands().isPresent());
  }

  @AfterAll
  static void close() {
    runtime.close();
    redis.close();
  }

  @Test
  void everybodySignsWithTheSameKey() {
    SharedKey one = started();
    SharedKey other = started();

    String signature = new Signing(one, Optional.empty()).sign("a");

    assertThat(new Signing(other, Optional.empty()).isValid(signature, "a")).isTrue();
    assertThat(runtime.part(Signing.class).isValid(signature, "a")).isTrue();
    assertThat(runtime.part(SignLinks.class).isOn()).isFalse();
    one.stop();
    other.stop();
  }

  @Test
  void putsItsKeyBackWhenRedisForgot() throws Exception {
    SharedKey key = started();
    byte[] before = key.bytes();

    link.commands().orElseThrow().del(SharedKey.PLACE).get();

    await().until(() -> link.commands().orElseThrow().exists(SharedKey.PLACE).get() == 1);
    assertThat(link.commands().orElseThrow().get(SharedKey.PLACE).get()).isEqualTo(before);
    key.stop();
  }

  @Test
  void hasAKeyOfItsOwnWhileRedisIsGone() {
    link.suspect(new IllegalStateException("took too long"));

    SharedKey key = new SharedKey(link, OFTEN);
    key.start();

    assertThat(key.bytes()).hasSize(32).isNotEqualTo(new byte[32]);
    key.stop();
    await().until(() -> link.commands().isPresent());
  }

  private static SharedKey started() {
    SharedKey key = new SharedKey(link, OFTEN);
    key.start();
    return key;
  }
}
