package io.herald.local.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
  private static final Duration START = Duration.ofSeconds(30);

  @TempDir Path data;

  @Test
  void comesBackWithItsData() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.durable(0, data)) {
      redis.restart(START);
      assertThat(RedisQuestion.ask(redis.port(), "SET kept yes")).isEqualTo("+OK");

      redis.restart(START);

      assertThat(RedisQuestion.ask(redis.port(), "EXISTS kept")).isEqualTo(":1");
      redis.flush();
      assertThat(RedisQuestion.ask(redis.port(), "EXISTS kept")).isEqualTo(":0");
    }
  }

  @Test
  void inMemoryItComesBackEmptyAlsoAfterAKill() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.inMemory(0, data)) {
      redis.restart(START);
      assertThat(RedisQuestion.ask(redis.port(), "SET lost yes")).isEqualTo("+OK");
      redis.kill9();
      assertThat(redis.isReady()).isFalse();

      redis.restart(START);

      assertThat(RedisQuestion.ask(redis.port(), "EXISTS lost")).isEqualTo(":0");
      assertThat(redis.stop()).isZero();
    }
  }
}
