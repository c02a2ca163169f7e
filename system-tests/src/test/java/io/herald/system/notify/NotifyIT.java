package io.herald.system.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.Topics;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A notification is published, by one of three ways, and is on the phone. */
@SystemTest
class NotifyIT {

  private final String id = "order-" + UUID.randomUUID();

  @Test
  void byHttp(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");
    Api api = Api.of(stack.gateway());

    api.notify(paid(ann, id));

    JsonNode sent = api.await(id, "SENT");
    assertThat(ann.texts()).singleElement().asString().contains("Paid", "Order 4711 is paid");
    int messageId = stack.emulator().replies(ann.phone()).getFirst().messageId();
    assertThat(sent.at("/messages/0/messageIds/0").asInt()).isEqualTo(messageId);
    assertThat(sent.at("/messages/0/attempts").asInt()).isEqualTo(1);
    assertThat(sent.at("/timings/sentMs").asLong()).isPositive();
    assertThat(sent.get("source").asString()).isEqualTo("tests");
  }

  @Test
  void byKafkaAlone(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");

    publish(stack, smallest(ann, id));

    JsonNode sent = Api.of(stack.gateway()).await(id, "SENT");
    assertThat(ann.texts()).singleElement().asString().contains("Order 4711 is paid");
    assertThat(sent.at("/messages/0/chat").asString()).isEqualTo(String.valueOf(ann.phone()));
  }

  @Test
  void byTheSocket(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");
    String answer =
        new LocalScript(stack.socket())
            .post("/send", Map.of("user", String.valueOf(ann.phone()), "text", "Backup is done"));

    assertThat(answer).startsWith("HTTP/1.1 202 ");
    ann.awaitText("Backup is done");
  }

  @Test
  void aBadRecordIsPutAsideAndTheRestFlowOn(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");
    String bad = "bad-" + id;
    publish(
        stack,
        "{\"id\":\"%s\",\"to\":{\"chat\":\"%d\"},\"priority\":\"now\",\"buttons\":7}"
            .formatted(bad, ann.phone()));
    publish(stack, "no JSON at all");
    publish(stack, smallest(ann, id));

    Api api = Api.of(stack.gateway());
    api.await(id, "SENT");
    JsonNode failed = api.await(bad, "FAILED");
    assertThat(failed.get("reason").asString()).contains("/priority").contains("/buttons");
    Waiting.untilAsserted(() ->
        assertThat(Topic.read(stack.broker().bootstrapServers(), Topics.DEAD_LETTERS))
            .extracting(record -> new String(record.value(), UTF_8))
            .anyMatch(text -> text.contains(bad))
            .contains("no JSON at all"));
    assertThat(ann.texts()).hasSize(1);
  }

  @Test
  void theSameRequestAgainIsSentOnce(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");
    Api api = Api.of(stack.gateway());
    for (int i = 0; i < 5; i++) {
      api.notify(paid(ann, id));
    }
    publish(stack, smallest(ann, id + "-last"));
    api.await(id + "-last", "SENT");
    api.await(id, "SENT");

    assertThat(ann.texts()).hasSize(2);
    assertThat(api.post("/api/notifications", Map.of("id", id, "to", ann.address(), "text", "?")))
        .extracting(answer -> answer.statusCode())
        .isEqualTo(409);
  }

  @Test
  void severalRecipientsAndWhatBecameOfEach(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");
    Api api = Api.of(stack.gateway());
    api.notify(
        Map.of(
            "id",
            id,
            "to",
            List.of(Map.of("chat", String.valueOf(ann.phone())), Map.of("user", "nobody-" + id)),
            "text",
            "Hello"));

    JsonNode view = api.await(id, "PARTLY_SENT");
    assertThat(view.at("/counts/SENT").asInt()).isEqualTo(1);
    assertThat(view.at("/counts/FAILED").asInt()).isEqualTo(1);
    assertThat(view.get("reason").asString()).contains("linked");
  }

  @Test
  void withoutAWorkerItIsAcceptedAndSentLater(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");
    Api api = Api.of(stack.gateway());
    stack.worker().stop();
    try {
      api.notify(paid(ann, id));
      assertThat(api.state(id)).isEqualTo("ACCEPTED");
    } finally {
      stack.worker().start();
      stack.worker().awaitReady();
    }
    api.await(id, "SENT");
    assertThat(ann.texts()).hasSize(1);
  }

  private static Map<String, Object> paid(Person person, String id) {
    return Map.of(
        "id",
        id,
        "to",
        Map.of("chat", String.valueOf(person.phone())),
        "title",
        "Paid",
        "text",
        "Order **4711** is paid",
        "format",
        "markdown");
  }

  private static String smallest(Person person, String id) {
    return """
    {"id":"%s","to":{"chat":"%d"},"priority":"standard","title":"Paid",\
    "text":"Order **4711** is paid","format":"markdown"}\
    """
        .formatted(id, person.phone());
  }

  private static void publish(Stack stack, String json) {
    var bytes = new ByteArraySerializer();
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.broker().bootstrapServers()), bytes, bytes)) {
      producer.send(new ProducerRecord<>(Topics.NOTIFICATIONS, json.getBytes(UTF_8)));
    }
  }
}
