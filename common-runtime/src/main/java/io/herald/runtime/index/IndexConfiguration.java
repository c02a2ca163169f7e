package io.herald.runtime.index;

import io.herald.runtime.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets every service keep indexes. */
@Configuration(proxyBeanMethods = false)
public class IndexConfiguration {

  @Bean
  Indexes indexes(KafkaProperties kafka, Admin admin, RedisLink redis, MeterRegistry meters) {
    return new Indexes(kafka.buildConsumerProperties(), admin, redis, meters);
  }
}
