package io.herald.bot.limit;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the limit of each person. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

  @Bean
  TakeTurns takeTurns(LimitSettings settings, MeterRegistry meters) {
    return new TakeTurns(settings, System::nanoTime, meters);
  }
}
