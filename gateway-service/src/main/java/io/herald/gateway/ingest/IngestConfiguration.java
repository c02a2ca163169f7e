package io.herald.gateway.ingest;

import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the core together. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

  @Bean
  IngestUpdate ingestUpdate(
      RedisLink redis, PublishRecord records, MeterRegistry meters, Traces traces) {
    return new IngestUpdate(
        new ClaimUpdates(redis), new PublishUpdate(records), new IngestMetrics(meters), traces);
  }
}
