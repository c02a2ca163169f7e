package io.herald.scheduler.intake;

import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.ConsumeInOrder;
import io.herald.runtime.kafka.ConsumerSpec;
import io.herald.runtime.kafka.Consumers;
import io.herald.scheduler.queue.JobQueue;
import io.herald.scheduler.tell.TellJob;
import io.herald.scheduler.type.Installed;
import io.herald.scheduler.type.Programs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the consumer of commands; its health is the part {@code jobs} of readiness. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  private static final String GROUP = "herald-scheduler";

  // Within the 20 seconds that the whole process has to end.
  private static final Duration DRAIN = Duration.ofSeconds(5);

  @Bean
  ConsumeInOrder jobsHealthIndicator(
      Consumers consumers,
      IntakeSettings settings,
      Programs programs,
      Installed installed,
      JobQueue queue,
      TellJob tell) {
    var spec =
        new ConsumerSpec(GROUP, List.of(Topics.JOBS), settings.lanes(), "job.take-in", DRAIN);
    var check = new CheckCommand(programs, installed);
    return consumers.inOrder(spec, new TakeIn(check, queue, tell, Instant::now));
  }
}
