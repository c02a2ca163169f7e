package io.herald.system.wayout;

import static io.herald.model.topic.Lane.BULK;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.message.Part;
import io.herald.system.emulator.Emulator.Outgoing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldTest {

  private static final Broadcast PLAN = Broadcast.of(List.of(7L), 4, BULK);

  @Test
  void aMessageHasEndedWhenAFinalStateWasToldHoweverOften() {
    Told told =
        told(event(1, DeliveryStatus.SENT, 10), event(1, DeliveryStatus.SENT, 20), retrying(2));

    assertThat(told.ended()).isEqualTo(1);
  }

  @Test
  void inHandIsWhatWasAcceptedAndNotTold() {
    Told told = told(event(1, DeliveryStatus.SENT, 10), event(2, DeliveryStatus.SENT, 40));
    List<Outgoing> accepted = List.of(accepted(1, 9), accepted(2, 19), accepted(3, 29));

    assertThat(told.inHand(accepted, Instant.ofEpochMilli(8))).isZero();
    assertThat(told.inHand(accepted, Instant.ofEpochMilli(9))).isEqualTo(1);
    assertThat(told.inHand(accepted, Instant.ofEpochMilli(12))).isZero();
    assertThat(told.inHand(accepted, Instant.ofEpochMilli(30))).isEqualTo(2);
    assertThat(told.inHand(accepted, Instant.ofEpochMilli(50))).isEqualTo(1);
  }

  @Test
  void otherBroadcastsAreNotInHand() {
    assertThat(told().inHand(List.of(accepted(5, 9)), Instant.ofEpochMilli(10))).isZero();
  }

  @Test
  void countsMessagesOfAStateAndClass() {
    Told told = told(event(1, DeliveryStatus.FAILED, 10), event(1, DeliveryStatus.FAILED, 11));

    assertThat(told.with(DeliveryStatus.FAILED, "dropped")).isEqualTo(1);
    assertThat(told.with(DeliveryStatus.FAILED, "rejected")).isZero();
    assertThat(told.with(DeliveryStatus.SENT, "dropped")).isZero();
  }

  private static Told told(DeliveryEvent... events) {
    return Told.of(PLAN, List.of(events));
  }

  private static Outgoing accepted(int number, long atMs) {
    return new Outgoing(0, 7, "sendMessage", "bulk " + number, atMs);
  }

  private static DeliveryEvent retrying(int number) {
    return event(number, DeliveryStatus.RETRYING, 5);
  }

  private static DeliveryEvent event(int number, DeliveryStatus status, long atMs) {
    String id = new Planned(7, BULK, number).id();
    @Nullable String errorClass = status == DeliveryStatus.SENT ? null : "dropped";
    return new DeliveryEvent(
        DeliveryEvent.SCHEMA_VERSION,
        id,
        id,
        Part.ONLY,
        "main",
        "7",
        BULK,
        status,
        1,
        0,
        List.of(),
        errorClass,
        null,
        List.of(),
        Instant.ofEpochMilli(atMs),
        null,
        null);
  }
}
