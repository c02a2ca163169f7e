package io.herald.worker.deferred;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.ReadTopic;
import io.herald.backends.TestKafka;
import io.herald.backends.TestRedis;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.topic.Topics;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.kafka.KafkaReachability;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Redis forgets, and the index is built again from a topic full of what has ended long ago. */
class FinishedDeferralsTest {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Instant LONG_AGO = Instant.parse("2026-01-05T07:00:00Z");
  private static final int FINISHED = 1_500;

  private static TestKafka kafka;
  private static TestRedis redis;
  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void run() {
    kafka = Backends.newKafka();
    redis = Backends.newRedis();
    context =
        new SpringApplication(Anything.class)
            .run(
                "--server.port=0",
                "--KAFKA_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers(),
                "--REDIS_URL=" + redis.url(),
                "--spring.data.redis.timeout=5s",
                // Of the worker there is only what is tested here.
                "--management.endpoint.health.group.readiness.include=readinessState");
    await()
        .atMost(SOON)
        .until(() -> part(KafkaReachability.class).health().getStatus().equals(Status.UP));
  }

  @AfterAll
  static void end() {
    context.close();
    redis.close();
    kafka.close();
  }

  @Test
  void areNotReleasedAgain() {
    publish().learn(Topics.ALL).block(SOON);
    Flux.range(0, FINISHED).flatMap(i -> defer("finished" + i, LONG_AGO), 512).blockLast(SOON);
    defer("due", LONG_AGO).block(SOON);
    Flux.range(0, FINISHED).flatMap(i -> finish("finished" + i), 512).blockLast(SOON);
    DueIndex index = new DueIndex(part(RedisLink.class));
    ReleaseDue release = new ReleaseDue(index, publish(), Instant::now);
    AtomicInteger batches = new AtomicInteger();

    // It is looked for what is due after every batch, and Redis forgets in the midst, and again.
    KeepIndex kept =
        part(Indexes.class)
            .keep(
                DueIndex.SPEC,
                records ->
                    index
                        .apply(records)
                        .then(Mono.defer(release::releaseAll))
                        .doOnSuccess(_ -> forget(batches.incrementAndGet())));
    kept.start();
    release.start();
    try {
      assertThat(awaitReleased("due")).containsExactly("due");
      assertThat(batches).hasValueGreaterThan(9);
      redis.flush();
      defer("next", LONG_AGO.plusSeconds(1)).block(SOON);

      assertThat(awaitReleased("next")).containsExactly("due", "next");
    } finally {
      release.stop();
      kept.stop();
    }
  }

  private static void forget(int batch) {
    if (batch == 2 || batch == 5) {
      redis.flush();
    }
  }

  private static Mono<Void> defer(String id, Instant due) {
    var deferral = new Deferral(notification(id), due, 1);
    return new PublishDeferral(publish()).publish(deferral, Traces.NOOP.begin("test"));
  }

  private static Mono<Void> finish(String id) {
    byte[] key = new Deferral(notification(id), LONG_AGO, 1).key().getBytes(UTF_8);
    return publish().publish(new ProducerRecord<>(Topics.DEFERRED, key, null));
  }

  private static NotificationRequested notification(String id) {
    String json = "{\"id\":\"" + id + "\",\"to\":{\"user\":\"ann\"},\"text\":\"x\"}";
    return new ReadNotification().read(json.getBytes(UTF_8));
  }

  /** What was released until this one was; all are for one recipient, so they lie in order. */
  private static List<String> awaitReleased(String last) {
    try (var released = new ReadTopic(kafka.bootstrapServers(), Topics.NOTIFICATIONS)) {
      released.await(1, it -> id(it).equals(last));
      return released.await(0, _ -> true).stream().map(FinishedDeferralsTest::id).toList();
    }
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record.value(), NotificationRequested.class).id();
  }

  private static PublishRecord publish() {
    return part(PublishRecord.class);
  }

  private static <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @EnableAutoConfiguration
  static class Anything {}
}
