package io.herald.runtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.BesideOthers;
import io.herald.backends.TestRedis;
import io.herald.runtime.RunningRuntime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@BesideOthers
class RedisLinkTest {

  private static TestRedis redis;
  private static RunningRuntime runtime;
  private static RedisLink link;

  @BeforeAll
  static void open() {
    redis = Backends.newRedis();
    runtime = RunningRuntime.start(Backends.kafka(), redis);
    link = runtime.part(RedisLink.class);
  }

  @AfterAll
  static void close() {
    runtime.close();
    redis.close();
  }

  @Test
  void handsOutCommandsWhileRedisAnswers() throws Exception {
    await().until(() -> link.commands().isPresent());

    assertThat(answers("works")).isTrue();
    assertThat(link.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void handsOutNothingWhileRedisIsGoneAndComesBackWithIt() {
    await().until(() -> link.commands().isPresent());

    redis.stop();
    try {
      // It looks once a second.
      await().atMost(Duration.ofMinutes(1)).until(() -> link.commands().isEmpty());
      assertThat(link.health().getStatus()).isEqualTo(Status.DOWN);
    } finally {
      redis.start();
    }

    await().atMost(Duration.ofMinutes(1)).until(() -> link.commands().isPresent());
    await().ignoreExceptions().until(() -> answers("again"));
    assertThat(link.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void handsOutNothingFromTheFirstSuspicionOnUntilRedisAnswered() {
    await().until(() -> link.commands().isPresent());

    link.suspect(new IllegalStateException("took too long"));

    assertThat(link.commands()).isEmpty();
    await().atMost(Duration.ofMinutes(1)).until(() -> link.commands().isPresent());
  }

  private static boolean answers(String value) throws Exception {
    byte[] key = "link-test".getBytes(UTF_8);
    var commands = link.commands().orElseThrow();
    commands.set(key, value.getBytes(UTF_8)).get(2, TimeUnit.SECONDS);
    return new String(commands.get(key).get(2, TimeUnit.SECONDS), UTF_8).equals(value);
  }
}
