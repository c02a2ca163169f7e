package io.herald.bot.why;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.RunningBot;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.message.MessageIds;
import io.herald.model.message.Origin;
import io.herald.model.message.Part;
import io.herald.model.notification.Recipient;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.LinkChat;
import io.herald.runtime.account.TelegramIdentity;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.history.JustAccepted;
import io.herald.runtime.history.RecordHistory;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.redis.RedisLink;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WhyInChatTest extends RunningBot {

  private static final long PERSON = 42;
  private static final long ADMIN = 43;

  private final String id = "n-" + NUMBERS.incrementAndGet();
  private final String ann = "ann-" + id;
  private final String bob = "bob-" + id;
  private final Instant accepted = Instant.now().minusSeconds(60);
  @Autowired private RedisLink redis;
  @Autowired private LinkChat linkChat;

  private final byte[] place = RecordHistory.INDEX.key().getBytes(UTF_8);

  /** As the gateway does it. */
  @BeforeEach
  void somethingWasSent() {
    byte[] complete = IndexSpec.COMPLETE.getBytes(UTF_8);
    redis.ask(commands -> commands.hset(place, complete, complete)).block(SOON);
    var request =
        Map.of(
            "id",
            id,
            "source",
            "shop",
            "title",
            "Paid",
            "text",
            "5",
            "to",
            List.of(to(ann), to(bob)));
    record(
        List.of(
            at(Topics.NOTIFICATIONS, Json.write(request)),
            told(ann, DeliveryStatus.RETRYING, null, "Telegram did not answer"),
            told(bob, DeliveryStatus.SUPPRESSED, "disabled", null)));
  }

  /** Nobody has read the topics: whoever keeps this index next has to begin. */
  @AfterEach
  void forget() {
    redis.ask(commands -> commands.del(place)).block(SOON);
  }

  @Test
  void peopleAreToldAboutTheirOwn() {
    link(ann);

    says(PERSON, "/why " + id);

    assertThat(text(1).text())
        .startsWith("It could not be sent yet, and is tried again.")
        .contains("Why: Telegram did not answer", "About: Paid", "From: shop", "2 attempts")
        .doesNotContain(bob);
  }

  @Test
  void adminsAreToldAboutAll() {
    says(ADMIN, "/why " + id);

    assertThat(text(1).text())
        .contains("For: 2 recipients, 2 messages")
        .contains(ann + ": being tried again since")
        .contains(bob + ": not sent on purpose since")
        .contains("the recipient has switched notifications off");
  }

  @Test
  void othersNotificationsAreAsIfTheyWereNot() {
    link("eve-" + id);

    says(PERSON, "/why " + id);
    assertThat(text(1).text()).contains("I know no notification " + id + " of yours");
    says(PERSON, "/why nothing");
    assertThat(text(2).text()).contains("nothing of yours", "kept for 7 days");
  }

  @Test
  void whoIsNotLinkedHasNone() {
    says(PERSON, "/why " + id);
    assertThat(text(1).text()).contains("not linked").contains("/start");
  }

  private void link(String person) {
    var who = new TelegramIdentity("main", String.valueOf(chat), "ada", "Ada");
    linkChat.link(person, who, NOON).block(SOON);
  }

  private static Map<String, String> to(String user) {
    return Map.of("user", user);
  }

  private void record(List<ConsumerRecord<byte[], byte[]>> records) {
    new RecordHistory(redis, new ReadNotification(), new JustAccepted(), Clock.systemUTC())
        .apply(records)
        .block(SOON);
  }

  private ConsumerRecord<byte[], byte[]> told(
      String user, DeliveryStatus status, @Nullable String errorClass, @Nullable String error) {
    String message = MessageIds.notification(id, Recipient.user(user).word(), 0);
    return at(
        Topics.DELIVERIES,
        Json.write(
            new DeliveryEvent(
                "1.1.0",
                id,
                message,
                Part.ONLY,
                "main",
                "4711",
                Lane.STANDARD,
                status,
                status == DeliveryStatus.RETRYING ? 2 : 0,
                10,
                List.of(),
                errorClass,
                error,
                List.of(),
                accepted.plusMillis(10),
                new Origin("shop", "message", user),
                2)));
  }

  private ConsumerRecord<byte[], byte[]> at(String topic, byte[] value) {
    return new ConsumerRecord<>(
        topic,
        0,
        0,
        accepted.toEpochMilli(),
        TimestampType.CREATE_TIME,
        id.length(),
        value.length,
        id.getBytes(UTF_8),
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
