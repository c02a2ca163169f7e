package io.herald.gateway.live;

import static io.herald.model.delivery.DeliveryStatus.PENDING;
import static io.herald.model.delivery.DeliveryStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.gateway.RunningGateway;
import io.herald.model.notification.Recipient;
import io.herald.runtime.history.Happening;
import io.herald.runtime.kafka.PublishRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LiveStreamsTest {

  private final RunningGateway gateway = RunningGateway.shared();
  private final Happening happening = Happening.recent();
  private final String ann = happening.user("ann");
  private final String bob = happening.user("bob");
  private final List<Listener> listeners = new ArrayList<>();

  @AfterEach
  void close() {
    listeners.forEach(Listener::close);
  }

  @Test
  void tellsWhatChangesAndNothingOfOthers() {
    Listener device = listener(ann).events("");
    Listener other = listener(bob).events("");

    publish(
        happening.asked("Paid", Recipient.user(ann)).told(ann, PENDING, 20).told(ann, SENT, 90));

    await().until(() -> device.heard().size() == 3);
    assertThat(device.heard())
        .allSatisfy(
            event -> assertThat(event.get("notification").asString()).isEqualTo(happening.id()));
    assertThat(states(device.heard())).containsExactlyInAnyOrder("ACCEPTED", "PENDING", "SENT");
    assertThat(device.heard().getLast().get("id").asString()).isEqualTo(device.ids().getLast());
    assertThat(other.heard()).isEmpty();
  }

  @Test
  void aSocketTellsTheSame() {
    Listener device = listener(ann).socket("");
    Listener browser = listener(ann).events("");

    publish(happening.asked("Paid", Recipient.user(ann)).told(ann, SENT, 90));

    await().until(() -> device.received().size() == 2 && browser.heard().size() == 2);
    assertThat(device.received()).isEqualTo(browser.heard());
  }

  @Test
  void resumesAfterTheLastEventAndSaysNothingTwice() {
    Listener first = listener(ann).events("");
    publish(happening.asked("Paid", Recipient.user(ann)));
    await().until(() -> first.heard().size() == 1);
    first.close();
    publish(happening.told(ann, PENDING, 20).told(ann, SENT, 90));
    String last = first.ids().getFirst();

    Listener byHeader = listener(ann).events("", "Last-Event-ID", last);
    Listener byQuery = listener(ann).events("?after=" + last);
    Listener bySocket = listener(ann).socket("?after=" + last);
    await().until(() -> byHeader.heard().size() == 2);
    await().until(() -> byQuery.heard().size() == 2);
    await().until(() -> bySocket.received().size() == 2);
    assertThat(states(byHeader.heard())).containsExactly("PENDING", "SENT");

    publish(happening);
    publish(new Happening(Instant.now()).asked("More", Recipient.user(ann)));
    await().until(() -> byHeader.heard().size() == 3);
    assertThat(byHeader.heard().getLast().get("title").asString()).isEqualTo("More");
  }

  @Test
  void manyChangesComeInOrder() {
    Listener device = listener(ann).events("?after=0-0");
    for (int i = 0; i < 250; i++) {
      publish(new Happening(Instant.now()).asked("No. " + i, Recipient.user(ann)));
    }
    await().until(() -> device.heard().size() == 250);
    assertThat(device.ids()).doesNotHaveDuplicates();
  }

  @Test
  void aQuietStreamShowsThatItIsAlive() {
    Listener device = listener(ann).events("");

    await().until(() -> device.heartbeats() >= 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?after=yesterday", "?after=1-1-1", "?after=1"})
  void refusesWhatIsNoId(String query) {
    assertThat(listener(ann).status(query)).isEqualTo(400);
  }

  @Test
  void aPersonHasSoManyStreams() {
    for (int i = 0; i < 10; i++) {
      listener(ann).events("");
    }
    assertThat(listener(ann).status("")).isEqualTo(429);

    listeners.getFirst().close();

    await().until(() -> listener(ann).status("") == 200);
  }

  private Listener listener(String user) {
    var listener = new Listener(gateway, user);
    listeners.add(listener);
    return listener;
  }

  private static List<String> states(List<JsonNode> events) {
    return events.stream()
        .map(event -> event.has("message") ? event.at("/message/status").asString() : "ACCEPTED")
        .toList();
  }

  private void publish(Happening some) {
    PublishRecord publish = gateway.part(PublishRecord.class);
    some.records()
        .forEach(record ->
            publish
                .publish(
                    new ProducerRecord<>(
                        record.topic(), null, record.timestamp(), record.key(), record.value()))
                .block());
  }
}
