package io.herald.scheduler.due;

import io.herald.model.topic.Topics;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.kafka.ConsumeInOrder;
import io.herald.runtime.kafka.ConsumerSpec;
import io.herald.runtime.kafka.Consumers;
import io.herald.runtime.kafka.KafkaReachability;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.schedule.ScheduleIndex;
import io.herald.runtime.schedule.ScheduleKeys;
import io.herald.runtime.schedule.Schedules;
import io.herald.runtime.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the index of schedules and those who fire them; health of who claims what is due is the
 * part {@code schedules} of readiness.
 */
@Configuration(proxyBeanMethods = false)
class DueConfiguration {

  private static final String TRIGGERS = "herald-scheduler-triggers";
  private static final String ENDS = "herald-scheduler-runs";
  private static final int LANES = 16;

  // Within the 20 seconds that the whole process has to end.
  private static final Duration DRAIN = Duration.ofSeconds(5);

  @Bean
  KeepIndex scheduleIndexHealthIndicator(Indexes indexes, RedisLink redis) {
    return indexes.keep(ScheduleKeys.INDEX, new ScheduleIndex(redis));
  }

  @Bean
  DueMetrics dueMetrics(MeterRegistry meters) {
    return new DueMetrics(meters);
  }

  @Bean
  FireNotification fireNotification(PublishRecord publish) {
    return new FireNotification(publish);
  }

  @Bean
  FireScript fireScript(PublishRecord publish, Accounts accounts) {
    return new FireScript(publish, accounts);
  }

  @Bean
  Payloads payloads(List<FirePayload<?>> all) {
    return new Payloads(all);
  }

  @Bean
  RecordRun recordRun(PublishRecord publish, DueMetrics metrics) {
    return new RecordRun(publish, metrics);
  }

  @Bean
  FindRun findRun(Schedules schedules, DueSettings settings) {
    return new FindRun(schedules, settings.lease());
  }

  @Bean
  DueQueue dueQueue(RedisLink redis, DueSettings settings) {
    return new DueQueue(redis, settings.lease());
  }

  @Bean
  FireClaimed fireClaimed(
      DueSettings settings,
      Payloads payloads,
      RecordRun record,
      DueQueue queue,
      DueMetrics metrics,
      Traces traces,
      InstantSource clock) {
    var plan = new Plan(settings.late());
    return new FireClaimed(plan, payloads, record, queue, metrics, traces, clock);
  }

  @Bean
  FireDue schedulesHealthIndicator(
      DueQueue queue,
      FireClaimed fire,
      Schedules schedules,
      DueSettings settings,
      DueMetrics metrics,
      InstantSource clock,
      KafkaReachability kafka) {
    return new FireDue(
        queue,
        fire,
        new Over(schedules),
        settings,
        metrics,
        clock,
        () -> kafka.health().getStatus().equals(Status.UP));
  }

  @Bean
  ConsumeInOrder triggersHealthIndicator(
      Consumers consumers,
      Schedules schedules,
      Payloads payloads,
      RecordRun record,
      InstantSource clock) {
    var spec =
        new ConsumerSpec(
            TRIGGERS, List.of(Topics.SCHEDULE_TRIGGERS), LANES, "schedule.trigger", DRAIN);
    return consumers.inOrder(spec, new FireByHand(schedules, payloads, record, clock));
  }

  @Bean
  ConsumeInOrder endedRunsHealthIndicator(
      Consumers consumers, Schedules schedules, FindRun runs, RecordRun record) {
    var spec = new ConsumerSpec(ENDS, List.of(Topics.JOB_EVENTS), LANES, "schedule.end", DRAIN);
    return consumers.inOrder(spec, new EndRun(schedules, runs, record));
  }
}
