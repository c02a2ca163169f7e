package io.herald.gateway.limit;

import io.herald.runtime.config.Rate;
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
    // Half of a sender's rate passes without asking anybody; the shared bucket holds the other
    // half.
    int free = settings.sender().count() / 2;
    Rate shared = new Rate(settings.sender().count() - free, settings.sender().period());
    return new RequestLimits(
        new TokenBuckets(redis, settings.address()),
        new TokenBuckets(redis, shared),
        new BusySenders(free, () -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime())),
        meters);
  }
}
