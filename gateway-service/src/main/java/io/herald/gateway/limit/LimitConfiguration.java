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
  RequestLimits requestLimits(
      RedisLink redis, LimitSettings settings, ApiLimits api, MeterRegistry meters) {
    return new RequestLimits(
        new TokenBuckets(redis, settings.address()),
        shares(redis, settings.sender()),
        shares(redis, api.limit()),
        new TokenBuckets(redis, settings.person()),
        meters);
  }

  // Half of a rate passes without asking anybody; the shared bucket holds the other half.
  private static RequestLimits.Shares shares(RedisLink redis, Rate rate) {
    int free = rate.count() / 2;
    return new RequestLimits.Shares(
        new BusySenders(free, () -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime())),
        new TokenBuckets(redis, new Rate(rate.count() - free, rate.period())));
  }
}
