package io.herald.scheduler.post;

import io.herald.model.topic.Topics;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.kafka.ConsumeInOrder;
import io.herald.runtime.kafka.ConsumerSpec;
import io.herald.runtime.kafka.Consumers;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.schedule.Schedules;
import io.herald.scheduler.due.FindRun;
import io.herald.scheduler.due.FireNotification;
import io.herald.scheduler.due.RecordRun;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires who publishes posts, and who follows them. */
@Configuration(proxyBeanMethods = false)
class PostConfiguration {

  private static final String GROUP = "herald-scheduler-posts";
  private static final int LANES = 32;

  // Within the 20 seconds that the whole process has to end.
  private static final Duration DRAIN = Duration.ofSeconds(5);

  @Bean
  FirePost firePost(FireNotification notifications) {
    return new FirePost(notifications);
  }

  @Bean
  ConsumeInOrder postsHealthIndicator(
      Consumers consumers,
      Schedules schedules,
      FindRun runs,
      RecordRun record,
      Accounts accounts,
      PublishRecord publish) {
    var spec =
        new ConsumerSpec(
            GROUP, List.of(Topics.DELIVERIES, Topics.SCHEDULE_RUNS), LANES, "post.follow", DRAIN);
    var tell = new TellOwner(accounts, publish);
    return consumers.inOrder(spec, new FollowPosts(schedules, runs, record, tell));
  }
}
