package io.herald.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.telegram.outcome.Outcome;
import io.herald.worker.control.Leave;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausedAndStoppedTest {

  private final Simulation it = new Simulation(64);

  private List<OutboundMessage> broadcast(int people) {
    return IntStream.range(0, people)
        .mapToObj(i -> it.of("news", it.text("" + (100 + i), "news")))
        .toList();
  }

  private void send(List<OutboundMessage> messages) {
    it.send(Lane.BULK, messages.toArray(OutboundMessage[]::new));
  }

  @Test
  void holdsWhatIsPausedAgainAndAgainAndDeliversAllOnceWhenItIsResumed() {
    List<OutboundMessage> all = broadcast(300);
    send(all);
    it.pass(Duration.ofSeconds(4));
    it.leave.put("news", Leave.PAUSED);
    it.pass(Duration.ofSeconds(1));
    int before = it.telegram.taken.size();
    assertThat(before).isBetween(1, 299);

    it.pass(Duration.ofMinutes(3));
    assertThat(it.telegram.taken).as("nothing goes out while it is paused").hasSize(before);
    assertThat(it.published(Topics.RETRY_1M)).hasSizeGreaterThanOrEqualTo((300 - before) * 3);
    assertThat(it.told(all.getLast()).stream().filter("PENDING paused"::equals)).hasSize(1);

    it.leave.remove("news");
    it.pass(Duration.ofMinutes(2));
    assertThat(it.telegram.taken).hasSize(300);
    assertThat(it.telegram.taken.stream().map(ModelTelegram.Taken::chat).distinct()).hasSize(300);
    assertThat(it.told(all.getLast())).endsWith("SENT");
  }

  @Test
  void keepsNothingElseOfTheChatBack() {
    it.leave.put("news", Leave.PAUSED);
    it.send(
        Lane.BULK,
        it.of("news", it.text("1", "paused")),
        it.of("other", it.text("1", "another")),
        it.text("1", "its own"));
    it.send(Lane.INTERACTIVE, it.text("1", "reply"));

    it.pass(Duration.ofSeconds(10));

    assertThat(it.telegram.texts("1")).containsExactlyInAnyOrder("reply", "another", "its own");
    it.leave.clear();
    it.pass(Duration.ofMinutes(1));
    assertThat(it.telegram.texts("1")).endsWith("paused");
  }

  @Test
  void endsWhatIsStoppedWhereverItWaits() {
    List<OutboundMessage> all = broadcast(300);
    send(all);
    it.pass(Duration.ofSeconds(4));
    it.leave.put("news", Leave.PAUSED);
    it.pass(Duration.ofSeconds(5));
    int before = it.telegram.taken.size();
    List<OutboundMessage> late =
        IntStream.range(0, 50)
            .mapToObj(i -> it.of("news", it.text("" + (900 + i), "late")))
            .toList();
    it.leave.put("news", Leave.STOPPED);
    send(late);
    it.pass(Duration.ofMinutes(2));

    assertThat(it.telegram.taken).as("nothing more goes out").hasSize(before);
    assertThat(late).allMatch(m -> it.told(m).getLast().equals("SUPPRESSED stopped"));
    assertThat(all.stream().filter(m -> it.told(m).getLast().equals("SUPPRESSED stopped")))
        .hasSize(300 - before);
    assertThat(it.published(Topics.DEAD_LETTERS)).as("nobody needs to look").isEmpty();
    assertThat(it.backlog.resting() + it.backlog.waiting(Lane.BULK)).isZero();
  }

  @Test
  void waitsUntilItIsKnownWhatIsPaused() {
    it.leave.put("news", Leave.NOT_KNOWN_YET);
    send(broadcast(3));
    it.send(Lane.INTERACTIVE, it.text("1", "reply"));
    it.pass(Duration.ofSeconds(1));
    assertThat(it.telegram.taken).hasSize(1);

    it.leave.clear();
    it.pass(Duration.ofSeconds(2));
    assertThat(it.telegram.taken).hasSize(4);
  }

  @Test
  void holdsWhatRestsAfterFailuresToo() {
    var broken = new Outcome.Retryable("502");
    it.telegram.fail("1", broken, broken, broken, broken);
    OutboundMessage message = it.of("news", it.text("1", "news"));
    it.send(Lane.BULK, message);
    it.pass(Duration.ofSeconds(16));
    it.leave.put("news", Leave.PAUSED);
    it.pass(Duration.ofMinutes(2));
    assertThat(it.telegram.taken).isEmpty();

    it.leave.clear();
    it.pass(Duration.ofMinutes(2));
    assertThat(it.telegram.texts("1")).containsExactly("news");
    assertThat(it.told(message)).endsWith("SENT");
  }
}
