package io.herald.runtime.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * How the Redis client behaves while Redis is gone: commands fail at once instead of queueing, and
 * the connection is tried again every half second. What then follows, each caller decides.
 */
@Configuration(proxyBeanMethods = false)
public class RedisConfiguration {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration RECONNECT = Duration.ofMillis(500);

  @Bean
  LettuceClientOptionsBuilderCustomizer failFastWhileDisconnected() {
    return options ->
        options
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build());
  }

  @Bean
  RedisLink redisLink(LettuceConnectionFactory connections) {
    return new RedisLink(connections);
  }

  /** Gauge {@code herald.redis.up}: 1 while Redis answers, else 0. Alert on 0. */
  @Bean
  MeterBinder redisUp(RedisLink redis) {
    return meters ->
        Gauge.builder("herald.redis.up", () -> redis.commands().isPresent() ? 1 : 0)
            .register(meters);
  }

  @Bean
  ClientResourcesBuilderCustomizer reconnectSteadily() {
    return resources -> resources.reconnectDelay(Delay.constant(RECONNECT));
  }
}
