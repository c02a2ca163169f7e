package io.herald.system.wayout;

import static io.herald.model.topic.Lane.BULK;
import static io.herald.model.topic.Lane.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.Emulator.Outgoing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final Broadcast PLAN = Broadcast.of(List.of(7L, 8L), 6, STANDARD, BULK);

  @Test
  void chatsAndLanesMayOvertakeEachOther() {
    assertThat(arrivals("7 standard 2", "8 standard 1", "7 bulk 1", "8 bulk 3"))
        .isEqualTo(new Arrivals(4, 0, 0));
  }

  @Test
  void countsWhatComesAfterALaterOneOfItsChatAndLane() {
    assertThat(arrivals("7 bulk 3", "7 bulk 1", "7 bulk 2", "7 standard 1"))
        .isEqualTo(new Arrivals(4, 0, 2));
  }

  @Test
  void aReversedPairIsOneOutOfOrder() {
    assertThat(arrivals("7 bulk 2", "7 bulk 1").reordered()).isEqualTo(1);
  }

  @Test
  void aSecondCopyIsADuplicateAndNotCountedAsReordered() {
    assertThat(arrivals("7 bulk 1", "7 bulk 2", "7 bulk 1", "7 bulk 1"))
        .isEqualTo(new Arrivals(2, 2, 0));
  }

  @Test
  void aBroadcastSeesOnlyItsOwn() {
    assertThat(arrivals("9 bulk 1", "7 bulk 4", "7 Hello 1", "7 interactive 1"))
        .isEqualTo(new Arrivals(0, 0, 0));
  }

  private static Arrivals arrivals(String... texts) {
    return Arrivals.of(PLAN, List.of(texts).stream().map(ArrivalsTest::accepted).toList());
  }

  private static Outgoing accepted(String text) {
    long chat = Long.parseLong(text.substring(0, 1));
    return new Outgoing(0, chat, "sendMessage", text.substring(2), 0);
  }
}
