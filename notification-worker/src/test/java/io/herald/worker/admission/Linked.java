package io.herald.worker.admission;

import static org.awaitility.Awaitility.await;

import io.herald.backends.TestRedis;
import io.herald.runtime.redis.RedisConfiguration;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The link to a Redis, wired as in the service. */
public final class Linked implements AutoCloseable {

  private final AnnotationConfigApplicationContext context;

  public Linked(TestRedis redis) {
    context = new AnnotationConfigApplicationContext();
    Map<String, Object> settings =
        Map.of("spring.data.redis.url", redis.url(), "spring.data.redis.timeout", "2s");
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.register(RedisConfiguration.class, DataRedisAutoConfiguration.class);
    context.refresh();
    await().atMost(Duration.ofMinutes(1)).until(() -> link().commands().isPresent());
  }

  public RedisLink link() {
    return context.getBean(RedisLink.class);
  }

  public RedisClusterAsyncCommands<byte[], byte[]> commands() {
    return link().commands().orElseThrow();
  }

  @Override
  public void close() {
    context.close();
  }
}
