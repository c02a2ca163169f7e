package io.herald.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.backends.ReadTopic;
import io.herald.model.account.Account;
import io.herald.model.account.TelegramLink;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.AccountIndex;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

/** An audience is expanded in slices, by one worker after the other. */
class AudienceTest {

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final int PEOPLE = 1_200;

  private final String run = "aud" + System.currentTimeMillis();
  private ConfigurableApplicationContext worker;
  private KeepIndex accounts;

  @BeforeEach
  void link() {
    begin();
    Flux.range(0, PEOPLE).flatMap(i -> part(Accounts.class).save(account(i)), 256).blockLast(SOON);
    assertThat(accounts.isComplete().block(SOON)).isTrue();
  }

  @AfterEach
  void end() {
    accounts.stop();
    worker.close();
  }

  @Test
  void reachesEverybodyOnceWhenAWorkerTakesOverHalfWay() {
    String json =
        "{\"id\":\"%s\",\"to\":{\"audience\":\"linked\"},\"text\":\"all\",\"priority\":\"bulk\"}"
            .formatted(run);
    part(PublishRecord.class)
        .publish(
            new ProducerRecord<>(Topics.NOTIFICATIONS, run.getBytes(UTF_8), json.getBytes(UTF_8)))
        .block(SOON);

    awaitMessages(50);
    end();
    int halfWay = ids(awaitMessages(50)).size();
    begin();

    assertThat(halfWay).isLessThan(PEOPLE);
    Set<String> ids = ids(awaitMessages(PEOPLE));
    assertThat(ids).hasSize(PEOPLE);
    assertThat(awaitTotal()).isGreaterThanOrEqualTo(PEOPLE);
  }

  /** Messages for the people of this run. */
  private List<ConsumerRecord<byte[], byte[]>> awaitMessages(int count) {
    try (var lane = new ReadTopic(Backends.kafka().bootstrapServers(), Topics.OUTBOUND_BULK)) {
      return lane.await(
          count, it -> read(it).id().startsWith("notification:" + run + ":user:" + run));
    }
  }

  private static Set<String> ids(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(it -> read(it).id()).collect(Collectors.toSet());
  }

  private static OutboundMessage read(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record.value(), OutboundMessage.class);
  }

  /** How many messages the last slice says that the notification became. */
  private int awaitTotal() {
    try (var deliveries = new ReadTopic(Backends.kafka().bootstrapServers(), Topics.DELIVERIES)) {
      return deliveries
          .await(1, it -> new String(it.key(), UTF_8).equals(run) && event(it).messages() != null)
          .stream()
          .mapToInt(it -> event(it).messages())
          .max()
          .orElseThrow();
    }
  }

  private static DeliveryEvent event(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record.value(), DeliveryEvent.class);
  }

  private Account account(int i) {
    String user = run + "-%04d".formatted(i);
    var link =
        new TelegramLink(
            "main", String.valueOf(7_000_000_000L + i), null, user, Instant.EPOCH.plusSeconds(i));
    return Account.of(user).withLink(link);
  }

  private void begin() {
    worker =
        new SpringApplicationBuilder(NotificationWorker.class)
            .properties(
                "KAFKA_BOOTSTRAP_SERVERS=" + Backends.kafka().bootstrapServers(),
                "REDIS_URL=" + Backends.redis().url(),
                "SERVER_PORT=0",
                "herald.expand.slice=10")
            .run();
    part(PublishRecord.class).learn(Topics.ALL).retry(10).block(SOON);
    accounts = part(Indexes.class).keep(AccountIndex.SPEC, new AccountIndex(part(RedisLink.class)));
    accounts.start();
  }

  private <T> T part(Class<T> type) {
    return worker.getBean(type);
  }
}
