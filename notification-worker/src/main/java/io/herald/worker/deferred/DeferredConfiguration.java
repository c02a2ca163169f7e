package io.herald.worker.deferred;

import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires what waits. Gauge {@code herald.deferred.waiting}: notifications and shares that wait for
 * their time, over all replicas.
 */
@Configuration(proxyBeanMethods = false)
class DeferredConfiguration {

  @Bean
  DueIndex dueIndex(RedisLink redis) {
    return new DueIndex(redis);
  }

  @Bean
  KeepIndex deferredHealthIndicator(Indexes indexes, DueIndex index) {
    return indexes.keep(DueIndex.SPEC, index);
  }

  @Bean
  ReleaseDue releaseDue(DueIndex index, PublishRecord publish, MeterRegistry meters) {
    ReleaseDue release = new ReleaseDue(index, publish, Instant::now);
    Gauge.builder("herald.deferred.waiting", release::waiting).register(meters);
    return release;
  }
}
