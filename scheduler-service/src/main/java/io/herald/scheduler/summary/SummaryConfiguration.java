package io.herald.scheduler.summary;

import io.herald.model.topic.Topics;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.history.History;
import io.herald.runtime.job.Jobs;
import io.herald.runtime.kafka.ConsumeInOrder;
import io.herald.runtime.kafka.ConsumerSpec;
import io.herald.runtime.kafka.Consumers;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.schedule.Schedules;
import io.herald.scheduler.due.FireNotification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires who keeps the schedules of summaries, and who writes them. */
@Configuration(proxyBeanMethods = false)
class SummaryConfiguration {

  private static final String GROUP = "herald-scheduler-summaries";
  private static final int LANES = 16;

  // Within the 20 seconds that the whole process has to end.
  private static final Duration DRAIN = Duration.ofSeconds(5);

  @Bean
  FireSummary fireSummary(
      Accounts accounts, RedisLink redis, Jobs jobs, FireNotification notifications) {
    return new FireSummary(accounts, new CountDay(new History(redis), jobs), notifications);
  }

  @Bean
  ConsumeInOrder summariesHealthIndicator(
      Consumers consumers, Schedules schedules, InstantSource clock) {
    var spec = new ConsumerSpec(GROUP, List.of(Topics.ACCOUNTS), LANES, "summary.follow", DRAIN);
    return consumers.inOrder(spec, new KeepSummaries(schedules, clock));
  }
}
