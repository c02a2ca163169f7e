package io.herald.scheduler.queue;

import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.job.JobKeys;
import io.herald.runtime.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the queue, and the index that it stands on. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

  @Bean
  JobIndex jobIndex(RedisLink redis) {
    return new JobIndex(redis);
  }

  @Bean
  KeepIndex jobIndexHealthIndicator(Indexes indexes, JobIndex index) {
    return indexes.keep(JobKeys.INDEX, index);
  }

  @Bean
  JobQueue jobQueue(RedisLink redis, QueueSettings settings, KeepIndex jobIndexHealthIndicator) {
    return new JobQueue(redis, settings, jobIndexHealthIndicator::isComplete);
  }
}
