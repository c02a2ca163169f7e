package io.herald.system.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.Emulator.Outgoing;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepliesInOrderTest {

  @Test
  void chatsMayOvertakeEachOther() {
    assertThat(RepliesInOrder.overtaken(List.of(reply(7, 2), reply(8, 1), reply(7, 3)))).isZero();
  }

  @Test
  void countsWhatComesAfterALaterReplyOfItsChat() {
    var sent = List.of(reply(7, 3), reply(7, 1), reply(7, 2), reply(7, 4));

    assertThat(RepliesInOrder.overtaken(sent)).isEqualTo(2);
  }

  @Test
  void aDuplicateIsNotCountedAgain() {
    assertThat(RepliesInOrder.overtaken(List.of(reply(7, 1), reply(7, 2), reply(7, 1)))).isZero();
  }

  private static Outgoing reply(long chat, int number) {
    return new Outgoing(0, chat, "sendMessage", "I don't know /n" + number + ". Send /help", 0);
  }
}
