package io.herald.runtime.schedule;

import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets every service ask for schedules and change them. The scheduler keeps their index. */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfiguration {

  /** The time, of whoever does not turn it by hand. */
  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Schedules schedules(RedisLink redis, PublishRecord publish, InstantSource clock) {
    return new Schedules(redis, publish, clock);
  }
}
