package io.herald.worker.guard;

import io.herald.runtime.redis.RedisLink;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the guard. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

  @Bean
  SendGuard sendGuard(RedisLink redis) {
    return new RedisSendGuard(redis, Clock.systemUTC());
  }
}
