package io.herald.scheduler.tell;

import io.herald.runtime.kafka.PublishRecord;
import io.herald.scheduler.queue.JobIndex;
import io.herald.scheduler.script.TellOwner;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what tells of jobs. */
@Configuration(proxyBeanMethods = false)
class TellConfiguration {

  @Bean
  JobMetrics jobMetrics(MeterRegistry meters) {
    return new JobMetrics(meters);
  }

  @Bean
  TellJob tellJob(PublishRecord publish, JobIndex index, JobMetrics metrics, TellOwner owners) {
    return new TellJob(publish, index, metrics, owners);
  }
}
