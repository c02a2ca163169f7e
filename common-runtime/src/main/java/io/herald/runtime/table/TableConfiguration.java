package io.herald.runtime.table;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets every service keep tables. */
@Configuration(proxyBeanMethods = false)
public class TableConfiguration {

  @Bean
  Tables tables(KafkaProperties kafka, MeterRegistry meters) {
    return new Tables(kafka.buildConsumerProperties(), meters);
  }
}
