package io.herald.gateway.limit;

import io.herald.runtime.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits together. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

  @Bean
  RequestLimits requestLimits(RedisLink redis, LimitSettings settings, MeterRegistry meters) {
    int perSecond =
        Math.max(1, settings.sender().count() / (int) settings.sender().period().toSeconds());
    return new RequestLimits(
        new TokenBuckets(redis, settings.address()),
        new TokenBuckets(redis, settings.sender()),
        // Busy from half the rate on, since other replicas may see the other half.
        new BusySenders(
            Math.max(1, perSecond / 2), () -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime())),
        meters);
  }
}
