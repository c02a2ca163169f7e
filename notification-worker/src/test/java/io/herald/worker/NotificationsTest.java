package io.herald.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.ReadTopic;
import io.herald.model.account.Preferences;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.herald.runtime.blob.Blob;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** From the topic of notifications to Telegram. */
class NotificationsTest extends NotificationsFixture {

  @Test
  void sendsWhatIsPublished() {
    publish(
        """
        {"id":"%s","to":{"chat":"%s"},"priority":"standard","title":"Paid",
         "text":"Order **4711** is paid","format":"markdown"}
        """);

    assertThat(awaitTexts(1)).containsExactly("Paid\nOrder 4711 is paid");
    List<DeliveryEvent> told = awaitTold(2);
    assertThat(told)
        .extracting(DeliveryEvent::status)
        .containsExactlyInAnyOrder(DeliveryStatus.PENDING, DeliveryStatus.SENT);
    assertThat(told)
        .extracting(DeliveryEvent::messageId)
        .containsOnly("notification:" + id + ":chat:" + chat + ":0");
  }

  @Test
  void sendsOnceWhatIsPublishedTwice() {
    String json =
        """
        {"id":"%s","to":{"chat":"%s"},"text":"once","dedupeKey":"k","cooldown":"30m"}
        """;
    publish(json);
    publish(json);
    publish("{\"id\":\"%s-next\",\"to\":{\"chat\":\"%s\"},\"text\":\"next\"}");

    assertThat(awaitTexts(2)).containsExactly("once", "next");
  }

  @Test
  void reachesAPersonAndSparesThemTwice() {
    link("ann", Preferences.DEFAULT);
    publish(
        """
        {"id":"%1$s","to":[{"user":"ann-%1$s"},{"chat":"%2$s"},{"user":"nobody-%1$s"}],"text":"hi"}
        """);

    assertThat(awaitTexts(1)).containsExactly("hi");
    assertThat(awaitTold(4))
        .extracting(it -> it.messageId() + ' ' + it.status() + ' ' + it.errorClass())
        .contains(
            "notification:%1$s:user:ann-%1$s:0 SENT null".formatted(id),
            "notification:%1$s:chat:%2$s:0 SUPPRESSED same_chat".formatted(id, chat),
            "notification:%1$s:user:nobody-%1$s:0 FAILED not_linked".formatted(id));
  }

  @Test
  void sendsTheTextWhereTheStoredFileIsGone() {
    publish(
        "{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"words\",\"photo\":{\"blob\":\"none\"}}");

    assertThat(awaitTexts(1)).containsExactly("words");
    DeliveryEvent told = awaitTold(2).getLast();
    assertThat(told.downgrades()).containsExactly("text-without-media");
  }

  @Test
  void sendsAStoredFile() {
    String blob = blobs.store(new Blob(new byte[700_000], "image/png", "a.png")).block(SOON);
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"document\":{\"blob\":\"" + blob + "\"}}");

    await().atMost(SOON).until(() -> awaitTold(2).getLast().status() == DeliveryStatus.SENT);
    assertThat(TELEGRAM.uploads()).anyMatch(it -> it.contains("a.png"));
  }

  @Test
  void sparesDuplicates() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"one\",\"dedupeKey\":\"k\"}");
    publish("{\"id\":\"%s-b\",\"to\":{\"chat\":\"%s\"},\"text\":\"two\",\"dedupeKey\":\"k\"}");
    publish("{\"id\":\"%s-c\",\"to\":{\"chat\":\"%s\"},\"text\":\"three\",\"dedupeKey\":\"l\"}");

    assertThat(awaitTexts(2)).containsExactly("one", "three");
    assertThat(awaitTold(id + "-b", 1).getFirst().errorClass()).isEqualTo("duplicate");
  }

  @Test
  void keepsTheCooldown() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"one\",\"cooldown\":\"1h\"}");
    publish("{\"id\":\"%s-b\",\"to\":{\"chat\":\"%s\"},\"text\":\"two\",\"cooldown\":\"1h\"}");
    publish(
        "{\"id\":\"%s-c\",\"to\":{\"chat\":\"%s\"},\"text\":\"three\",\"cooldown\":\"1h\",\"kind\":\"other\"}");

    assertThat(awaitTexts(2)).containsExactly("one", "three");
    assertThat(awaitTold(id + "-b", 1).getFirst().errorClass()).isEqualTo("cooldown");
  }

  @Test
  void putsABadRecordAsideAndFlowsOn() {
    publish(
        """
        {"id":"%s","to":{"chat":"%s","user":"ann"},"priority":"soon","text":"x"}
        """);
    publish("{\"id\":\"%s-next\",\"to\":{\"chat\":\"%s\"},\"text\":\"next\"}");

    assertThat(awaitTexts(1)).containsExactly("next");
    DeliveryEvent told = awaitTold(1).getFirst();
    assertThat(told.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(told.errorClass()).isEqualTo("malformed");
    assertThat(told.error()).contains("/to", "/priority");
    assertThat(awaitLetter()).contains("/to", "/priority");
  }

  @Test
  void anEndlessIdIsNoReasonToStop() {
    String endless = "x".repeat(1_000_000);
    publish("{\"id\":\"" + endless + "\",\"to\":{\"chat\":\"1\"},\"text\":\"x\"}", chat);
    publish("{\"id\":\"%s-next\",\"to\":{\"chat\":\"%s\"},\"text\":\"next\"}");

    assertThat(awaitTexts(1)).containsExactly("next");
    assertThat(awaitLetter()).contains("/id");
  }

  @Test
  void keepsWhatAnOperatorCanPutRight() {
    publish("{\"id\":\"%s\",\"to\":[{\"chat\":\"%s\"},{\"route\":\"none\"}],\"text\":\"x\"}");

    assertThat(awaitTexts(1)).containsExactly("x");
    assertThat(awaitLetter())
        .isEqualTo("notification:" + id + ":route:none:0: there is no route none");
  }

  @Test
  void keepsTheOrderOfOneRecipient() {
    String long_ = "word ".repeat(1500);
    for (int i = 0; i < 5; i++) {
      publish(
          "{\"id\":\"%s-"
              + i
              + "\",\"to\":{\"chat\":\"%s\"},\"text\":\""
              + i
              + ' '
              + long_
              + "\"}");
    }

    List<String> texts = awaitTexts(10);
    for (int i = 0; i < 5; i++) {
      assertThat(texts.get(2 * i)).startsWith(i + " word").endsWith("[1/2]");
      assertThat(texts.get(2 * i + 1)).endsWith("[2/2]");
    }
  }

  @Test
  void publishesFigures() {
    publish("{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"template\":\"none\"}");
    awaitTold(1);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/actuator/prometheus").body())
                .contains("herald_expand_notifications_total{outcome=\"expanded\"}")
                .contains("reason=\"unknown_template\",status=\"failed\"")
                .contains("herald_deferred_waiting"));
  }

  /** Waits for the chat's dead letter; its error. */
  private String awaitLetter() {
    try (var letters = new ReadTopic(kafka, Topics.DEAD_LETTERS)) {
      byte[] key = chat.getBytes(UTF_8);
      var letter = letters.await(1, it -> Objects.deepEquals(it.key(), key)).getFirst();
      return new String(letter.headers().lastHeader(RecordHeaders.ERROR).value(), UTF_8);
    }
  }
}
