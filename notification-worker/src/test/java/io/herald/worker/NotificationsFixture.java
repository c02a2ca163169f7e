package io.herald.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.herald.backends.ReadTopic;
import io.herald.model.account.Account;
import io.herald.model.account.Preferences;
import io.herald.model.account.TelegramLink;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.AccountIndex;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.blob.Blobs;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

/** A worker that expands, beside an index of accounts that is kept as the gateway keeps it. */
@TestPropertySource(
    properties = {
      "TELEGRAM_BOT_TOKEN=123456:AbC-dEf_gHi",
      "herald.routes=two=chat:-1009000001,chat:-1009000002",
    })
abstract class NotificationsFixture extends WorkerFixture {

  private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis());

  final String id = "n" + IDS.incrementAndGet();

  @Autowired Accounts accounts;
  @Autowired Indexes indexes;
  @Autowired RedisLink redis;
  @Autowired Blobs blobs;
  @Autowired ReactiveStringRedisTemplate commands;
  KeepIndex accountIndex;

  /** The gateway's work. */
  @BeforeEach
  void ready() {
    accountIndex = indexes.keep(AccountIndex.SPEC, new AccountIndex(redis));
    accountIndex.start();
    awaitReady();
    await().atMost(SOON).until(() -> accountIndex.isComplete().block(SOON));
  }

  @AfterEach
  void end() {
    accountIndex.stop();
  }

  final void link(String name, Preferences preferences) {
    String user = name + '-' + id;
    var link = new TelegramLink("main", chat, null, name, Instant.EPOCH);
    accounts.save(Account.of(user).withLink(link).withPreferences(preferences)).block(SOON);
  }

  final void publish(String json) {
    publish(json, chat);
  }

  final void publish(String json, String key) {
    publish
        .publish(
            new ProducerRecord<>(
                Topics.NOTIFICATIONS,
                key.getBytes(UTF_8),
                json.formatted(id, chat).getBytes(UTF_8)))
        .block(SOON);
  }

  final List<DeliveryEvent> awaitTold(int count) {
    return awaitTold(id, count);
  }

  final List<DeliveryEvent> awaitTold(String notification, int count) {
    byte[] key = notification.getBytes(UTF_8);
    try (var deliveries = new ReadTopic(kafka, Topics.DELIVERIES)) {
      return deliveries.await(count, it -> Objects.deepEquals(it.key(), key)).stream()
          .map(it -> Json.read(it.value(), DeliveryEvent.class))
          .toList();
    }
  }
}
