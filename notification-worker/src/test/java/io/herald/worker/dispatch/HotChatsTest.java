package io.herald.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.telegram.flood.Ceilings;
import io.herald.telegram.flood.Pace;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A chat with far more messages than have room. */
class HotChatsTest {

  private static final Pace MANY = new Pace(1_000_000, Duration.ofSeconds(1));
  private static final Ceilings FAST = new Ceilings(MANY, MANY, MANY, MANY);

  @Test
  void aHotChatHurtsNobody() {
    Simulation it = new Simulation(64);
    OutboundMessage[] hot =
        IntStream.range(0, 3000)
            .mapToObj(i -> it.text("-1", "hot " + i))
            .toArray(OutboundMessage[]::new);
    it.send(Lane.STANDARD, hot);
    it.pass(Duration.ofSeconds(10));
    long start = it.millis();
    it.send(Lane.STANDARD, it.text("2", "other"));
    it.pass(Duration.ofSeconds(2));

    assertThat(it.telegram.taken.getLast().text()).isEqualTo("other");
    assertThat(it.telegram.taken.getLast().atMillis() - start).isLessThan(200);
    assertThat(it.backlog.waiting(Lane.STANDARD)).as("contents in memory").isLessThan(600);
  }

  @Test
  void aHotChatsMessagesAreReadAgainInOrder() {
    Simulation it = new Simulation(64, FAST);
    it.telegram.limited = false;
    List<OutboundMessage> hot =
        IntStream.range(0, 3000).mapToObj(i -> it.text("1", "hot " + i)).toList();
    it.send(Lane.STANDARD, hot.toArray(OutboundMessage[]::new));
    it.pass(Duration.ofMinutes(3));

    assertThat(it.telegram.texts("1"))
        .isEqualTo(IntStream.range(0, 3000).mapToObj(i -> "hot " + i).toList());
    assertThat(it.rereads).isBetween(7, 20);
    assertThat(it.finished).hasSize(3000).doesNotHaveDuplicates();
    assertThat(it.backlog.waiting(Lane.STANDARD)).isZero();
  }
}
