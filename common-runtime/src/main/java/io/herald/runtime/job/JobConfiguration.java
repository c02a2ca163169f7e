package io.herald.runtime.job;

import io.herald.runtime.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets every service ask for jobs. The scheduler keeps their index. */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

  @Bean
  Jobs jobs(RedisLink redis) {
    return new Jobs(redis);
  }

  @Bean
  JobTypes jobTypes(RedisLink redis) {
    return new JobTypes(redis);
  }
}
