package io.herald.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.herald.backends.ReadTopic;
import io.herald.model.account.Account;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.AccountIndex;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.history.JustAccepted;
import io.herald.runtime.history.RecordHistory;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.schedule.Schedules;
import io.herald.scheduler.due.HandClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The scheduler on a day whose clock is turned by hand, next to indexes that the gateway keeps. */
@Import(RunningDay.Others.class)
public abstract class RunningDay extends RunningScheduler {

  @Autowired protected Schedules schedules;
  @Autowired protected Accounts accounts;
  @Autowired protected HandClock clock;
  @Autowired private List<KeepIndex> indexes;

  protected final String user = "user" + UUID.randomUUID() + "@example.com";
  private ReadTopic notifications;

  /** What others do, and the time. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Others {

    @Bean
    HandClock handClock() {
      return new HandClock(Instant.now());
    }

    @Bean
    KeepIndex accountIndex(Indexes indexes, RedisLink redis) {
      return indexes.keep(AccountIndex.SPEC, new AccountIndex(redis));
    }

    @Bean
    KeepIndex historyIndex(Indexes indexes, RedisLink redis, ReadNotification contract) {
      var history = new RecordHistory(redis, contract, new JustAccepted(), Clock.systemUTC());
      return indexes.keep(RecordHistory.INDEX, history);
    }
  }

  @BeforeEach
  void follow() {
    indexes.forEach(index -> await().atMost(SOON).until(() -> index.isComplete().block(SOON)));
    notifications = topic(Topics.NOTIFICATIONS);
  }

  @AfterEach
  void leave() {
    notifications.close();
  }

  /** Somebody's account changes, and can be found so. */
  protected void save(Account account) {
    accounts.save(account).block(SOON);
  }

  protected void publishAt(Instant time, String topic, String key, byte[] value) {
    publish
        .publish(new ProducerRecord<>(topic, null, time.toEpochMilli(), key.getBytes(UTF_8), value))
        .block(SOON);
  }

  /** Waits for so many notifications to that recipient, since the test began. */
  protected List<NotificationRequested> told(String recipient, int count) {
    byte[] key = recipient.getBytes(UTF_8);
    return notifications.await(count, record -> Arrays.equals(record.key(), key)).stream()
        .map(record -> Json.read(record.value(), NotificationRequested.class))
        .toList();
  }

  /** Waits for the last run of a schedule to be as wanted. */
  protected ScheduleRun lastRun(Schedule schedule, java.util.function.Predicate<ScheduleRun> is) {
    return await()
        .atMost(SOON)
        .until(
            () -> schedules.view(schedule.id()).block(SOON).last(),
            run -> run != null && is.test(run));
  }
}
