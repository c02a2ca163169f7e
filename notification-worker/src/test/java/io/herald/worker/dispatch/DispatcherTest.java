package io.herald.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private static final Outcome BROKEN = new Outcome.Retryable("502");

  @Test
  void pacesABroadcastAndLetsRepliesOvertakeIt() {
    Simulation it = new Simulation(64);
    List<OutboundMessage> broadcast = new ArrayList<>();
    IntStream.range(0, 600).forEach(i -> broadcast.add(it.text("" + (1000 + i), "all")));
    for (int group = 1; group <= 10; group++) {
      for (int i = 0; i < 30; i++) {
        broadcast.add(it.text("-" + group, "all " + i));
      }
    }
    List<OutboundMessage> order = shuffledKeepingChats(broadcast);
    // A bot that was never heard of starts carefully; this one is known.
    it.send(Lane.STANDARD, it.text("9", "before"));
    it.pass(Duration.ofSeconds(3));
    long start = it.millis();

    it.send(Lane.BULK, order.toArray(OutboundMessage[]::new));
    Map<String, Long> asked = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      it.pass(Duration.ofMillis(300));
      asked.put("" + (5000 + i), it.millis());
      it.send(Lane.INTERACTIVE, it.text("" + (5000 + i), "reply"));
    }
    it.pass(Duration.ofSeconds(25));

    assertThat(it.telegram.floods).as("429s").isZero();
    assertThat(it.telegram.taken).hasSize(961);
    double makespan = (it.telegram.taken.getLast().atMillis() - start) / 1000.0;
    // 960 messages at 30/s, the server's burst of 30 granted: (960 - 30) / 30 s.
    assertThat(makespan / 31.0).as("makespan ÷ ideal").isLessThanOrEqualTo(1.02);
    assertThat(
            it.telegram.taken.stream()
                .filter(taken -> taken.text().equals("reply"))
                .mapToLong(taken -> taken.atMillis() - asked.get(taken.chat())))
        .allMatch(millis -> millis < 500);
    for (int group = 1; group <= 10; group++) {
      assertThat(it.telegram.texts("-" + group)).isEqualTo(texts(order, "-" + group));
    }
    assertThat(it.finished).hasSize(961);
  }

  @Test
  void servesAChatsLanesByUrgencyAndEachInOrder() {
    Simulation it = new Simulation(64);
    it.send(Lane.BULK, it.text("1", "b1"), it.text("1", "b2"), it.text("1", "b3"));
    it.send(Lane.STANDARD, it.text("1", "s1"), it.text("1", "s2"));
    it.send(Lane.INTERACTIVE, it.text("1", "i1"), it.text("1", "i2"));

    it.pass(Duration.ofSeconds(10));

    assertThat(it.telegram.texts("1")).containsExactly("b1", "i1", "i2", "s1", "s2", "b2", "b3");
  }

  @Test
  void keepsOrderThrough429sAndHoldsNobodyElse() {
    Simulation it = new Simulation(64);
    it.telegram.fail("1", new Outcome.RetryAfter(Duration.ofSeconds(30)));
    it.send(Lane.BULK, it.text("1", "a"), it.text("1", "b"), it.text("2", "c"));

    it.pass(Duration.ofSeconds(5));
    assertThat(it.telegram.texts("2")).containsExactly("c");
    assertThat(it.telegram.texts("1")).isEmpty();

    it.pass(Duration.ofSeconds(30));
    assertThat(it.telegram.texts("1")).containsExactly("a", "b");
  }

  @Test
  void triesAfterTwoFourAndEightSecondsThenShelvesWithoutLosingOrder() {
    Simulation it = new Simulation(64);
    it.telegram.fail("1", BROKEN, BROKEN, BROKEN, BROKEN);
    OutboundMessage first = it.text("1", "first");
    it.send(Lane.BULK, first, it.text("1", "second"));
    it.pass(Duration.ofSeconds(16));

    assertThat(it.published(Topics.RETRY_1M)).hasSize(1);
    assertThat(it.finished).as("its place on the shelf is durable").contains("LANE 1/first");

    it.send(Lane.INTERACTIVE, it.text("1", "urgent"));
    it.pass(Duration.ofSeconds(20));
    assertThat(it.telegram.texts("1")).as("other lanes go on").containsExactly("urgent");

    it.telegram.fail("1", BROKEN);
    it.pass(Duration.ofSeconds(50));
    assertThat(it.published(Topics.RETRY_10M)).as("a fifth failure goes deeper").hasSize(1);
    it.pass(Duration.ofMinutes(11));
    assertThat(it.telegram.texts("1")).containsExactly("urgent", "first", "second");
    assertThat(it.told(first)).startsWith("RETRYING retrying").endsWith("SENT");
    assertThat(it.finished)
        .contains("MINUTE 1/first", "TEN_MINUTES 1/first", "LANE 1/second")
        .doesNotHaveDuplicates();
  }

  @Test
  void waitsWhileTelegramIsDownAndLosesNoOrder() {
    Simulation it = new Simulation(64);
    it.telegram.limited = false;
    it.telegram.down = true;
    List<OutboundMessage> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      all.add(it.text("" + i % 30, "m" + i));
    }
    it.send(Lane.BULK, all.toArray(OutboundMessage[]::new));
    it.pass(Duration.ofSeconds(60));
    assertThat(it.circuit.isClosed()).isFalse();
    it.telegram.down = false;
    it.pass(Duration.ofSeconds(30));

    assertThat(it.circuit.isClosed()).isTrue();
    assertThat(it.published(Topics.DEAD_LETTERS)).isEmpty();
    assertThat(it.published(Topics.RETRY_1M)).isEmpty();
    for (int chat = 0; chat < 30; chat++) {
      assertThat(it.telegram.texts("" + chat)).isEqualTo(texts(all, "" + chat));
    }
  }

  @Test
  void chatsThatAlwaysFailStopNobodyElse() {
    Simulation it = new Simulation(64);
    Outcome[] forLong = new Outcome[200];
    Arrays.fill(forLong, BROKEN);
    for (int chat = 0; chat < 40; chat++) {
      it.telegram.fail("" + chat, forLong);
      it.send(Lane.STANDARD, it.text("" + chat, "a"), it.text("" + chat, "b"));
    }
    it.pass(Duration.ofSeconds(20));
    long start = it.millis();
    it.send(Lane.STANDARD, it.text("100", "well"), it.text("101", "well"), it.text("102", "well"));
    it.pass(Duration.ofSeconds(40));

    assertThat(it.telegram.taken).hasSize(3);
    assertThat(it.telegram.taken.getLast().atMillis() - start).isLessThan(30_000);
  }

  @Test
  void conflatesVersionsThatWaitAndEditsWhatWent() {
    Simulation it = new Simulation(64);
    it.send(Lane.STANDARD, it.text("1", "v1").withReplaceKey("job"));
    it.pass(Duration.ofSeconds(1));
    OutboundMessage older = it.text("1", "v2").withReplaceKey("job");
    it.send(Lane.STANDARD, it.text("1", "x"), it.text("1", "y"), it.text("1", "z"));
    it.send(Lane.STANDARD, older, it.text("1", "w"), it.text("1", "v3").withReplaceKey("job"));
    it.pass(Duration.ofSeconds(30));

    assertThat(it.telegram.texts("1")).containsExactly("v1", "x", "y", "z", "v3", "w");
    assertThat(it.telegram.taken.get(4).edited()).isEqualTo(101L);
    assertThat(it.told(older)).containsExactly("SUPERSEDED");
    assertThat(it.finished).hasSize(7);
    assertThat(it.backlog.waiting(Lane.STANDARD)).isZero();
    assertThat(it.backlog.bytes(Lane.STANDARD)).isZero();
  }

  @Test
  void sendsAnewWhenTheMessageToEditIsGone() {
    Simulation it = new Simulation(64);
    it.send(Lane.STANDARD, it.text("1", "v1").withReplaceKey("job"));
    it.pass(Duration.ofSeconds(5));
    it.telegram.fail("1", new Outcome.Rejected(400, Rejection.EDIT_TARGET_GONE, "400 gone"));
    it.send(Lane.STANDARD, it.text("1", "v2").withReplaceKey("job"));
    it.pass(Duration.ofSeconds(10));

    assertThat(it.telegram.texts("1")).containsExactly("v1", "v2");
    assertThat(it.telegram.taken.getLast().edited()).isNull();
  }

  @Test
  void answersCallbacksThoughTheChatWaits() {
    Simulation it = new Simulation(64);
    it.telegram.fail("1", new Outcome.RetryAfter(Duration.ofSeconds(30)));
    it.send(Lane.INTERACTIVE, it.text("1", "waits"));
    it.pass(Duration.ofSeconds(1));
    it.telegram.fail("1", new Outcome.Delivered(null));
    OutboundMessage answer = it.message("1", "answer", new CallbackAnswer("q", "", false));
    it.send(Lane.INTERACTIVE, answer);
    it.pass(Duration.ofSeconds(1));

    assertThat(it.told(answer)).containsExactly("SENT");
  }

  @Test
  void suspendsAContactAndTellsTheRest() {
    Simulation it = new Simulation(64);
    it.telegram.fail("1", new Outcome.Suspended("403 blocked"));
    OutboundMessage second = it.text("1", "second");
    it.send(Lane.BULK, it.text("1", "first"), second);
    it.pass(Duration.ofSeconds(5));

    assertThat(it.telegram.texts("1")).isEmpty();
    assertThat(it.published(Topics.DEAD_LETTERS)).hasSize(2);
    assertThat(it.told(second)).endsWith("FAILED suspended");
  }

  @Test
  void putsAsideWhatHasExpired() {
    Simulation it = new Simulation(64);
    OutboundMessage late = it.text("1", "late").withExpiresAt(it.now().plusSeconds(3));
    it.telegram.fail("1", new Outcome.RetryAfter(Duration.ofSeconds(2)));
    it.send(Lane.BULK, it.text("1", "first"), it.text("1", "second"), it.text("1", "third"), late);
    it.pass(Duration.ofSeconds(20));

    assertThat(it.telegram.texts("1")).containsExactly("first", "second", "third");
    assertThat(it.told(late)).endsWith("EXPIRED expired");
    assertThat(it.published(Topics.DEAD_LETTERS)).hasSize(1);
  }

  @Test
  void givesPartitionsBackOnlyWhenNothingIsUnderWay() {
    Simulation it = new Simulation(64);
    it.send(Lane.BULK, it.text("1", "a"), it.text("1", "b"), it.text("1", "c"), it.text("1", "d"));

    var released = it.dispatcher.release(List.of(it.assignment));
    it.time.advanceTime();
    assertThat(released).isNotDone();
    it.pass(Duration.ofSeconds(10));

    assertThat(released).isDone();
    assertThat(it.telegram.texts("1")).containsExactly("a");
    assertThat(it.finished).containsExactly("LANE 1/a");
    assertThat(it.backlog.waiting(Lane.BULK)).isZero();
  }

  @Test
  void aBotsWrongTokenHoldsItsOwnMessages() {
    Simulation it = new Simulation(64);
    it.telegram.fail("1", new Outcome.Unauthorized("401"));
    it.send(Lane.BULK, it.text("1", "a"));
    it.pass(Duration.ofSeconds(29));
    assertThat(it.telegram.taken).isEmpty();
    it.pass(Duration.ofSeconds(3));
    assertThat(it.telegram.texts("1")).containsExactly("a");
  }

  private static List<String> texts(List<OutboundMessage> order, String chat) {
    return order.stream()
        .filter(message -> message.chat().equals(chat))
        .map(message -> message.id().substring(chat.length() + 1))
        .toList();
  }

  /** Chats mixed as a seed says; each chat's own messages keep their order. */
  private static List<OutboundMessage> shuffledKeepingChats(List<OutboundMessage> messages) {
    List<OutboundMessage> mixed = new ArrayList<>(messages);
    Collections.shuffle(mixed, new Random(42));
    Map<String, List<OutboundMessage>> byChat = new HashMap<>();
    messages.forEach(m -> byChat.computeIfAbsent(m.chat(), _ -> new ArrayList<>()).add(m));
    OutboundMessage[] order = new OutboundMessage[mixed.size()];
    Arrays.setAll(order, i -> byChat.get(mixed.get(i).chat()).removeFirst());
    return List.of(order);
  }
}
