package io.herald.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.backends.ReadTopic;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobIds;
import io.herald.model.job.JobOwner;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.topic.Topics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What people want of the scripts of {@link InstalledScripts}, and are told. */
abstract class RunningScripts extends RunningScheduler {

  private ReadTopic notifications;

  @BeforeEach
  void follow() {
    notifications = topic(Topics.NOTIFICATIONS);
  }

  @AfterEach
  void leave() {
    notifications.close();
  }

  /** Somebody wants a script; its id. */
  String run(String script, long user) {
    String id = JobIds.of(UUID.randomUUID().toString());
    publish(wanted(id, script, user));
    return id;
  }

  /** A schedule wants a script; its id. */
  String runBySchedule(String script, long user) {
    String id = JobIds.of(UUID.randomUUID().toString());
    publish(wanted(id, script, user).by("every-minute"));
    return id;
  }

  private static JobCommand wanted(String id, String script, long user) {
    var owner = new JobOwner("main", String.valueOf(user), 7, user);
    return JobCommand.submit(id, script, "", owner, Instant.now());
  }

  /** Waits for what that person is told. */
  List<NotificationRequested> told(long user, int count) {
    byte[] key = ("chat:" + user).getBytes(UTF_8);
    return told(count, record -> Arrays.equals(record.key(), key));
  }

  /** Waits for what is told of those jobs. */
  List<NotificationRequested> toldOf(int count, String... jobs) {
    return told(
        count, record -> Stream.of(jobs).anyMatch(new String(record.value(), UTF_8)::contains));
  }

  private List<NotificationRequested> told(
      int count, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
    return notifications.await(count, wanted).stream()
        .map(ConsumerRecord::value)
        .map(json -> Json.read(json, NotificationRequested.class))
        .toList();
  }
}
