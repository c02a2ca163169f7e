package io.herald.system.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.Emulator;
import io.herald.system.stack.OwnStack;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Notifications while the gateway or the worker is killed and Redis forgets: what was accepted is
 * delivered.
 *
 * <p>Duplicates: none where the gateway dies. Where the worker dies, nobody knows whether the
 * messages in its hands went out; they are sent again.
 */
@Tag("prove")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@OwnStack
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingAcceptedIsLostIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int CALLS = 16;
  private static final Map<String, String> FEW_CALLS =
      Map.of("HERALD_WORKER_LANES", String.valueOf(CALLS));
  private static final Proof ALL = new Proof();

  @Test
  @Order(1)
  void gatewayKilledUnderLoad() {
    try (Stack stack = Stack.start("notify-gateway-killed")) {
      int count = 4_000;
      List<Long> chats = people(stack.emulator(), 600);
      long begin = System.nanoTime();
      try (var requests = new Requests(stack, "k", chats, count, 200)) {
        for (int kill = 1; kill <= 3; kill++) {
          requests.await(kill * 800);
          stack.gateway().kill9();
          stack.gateway().start();
          stack.gateway().awaitReady();
        }
        requests.await(count);
        var delivered = Delivered.byText(stack.emulator(), requests.texts());
        awaitEnd(stack, delivered, count);

        ALL.note(
            "(h) gateway killed -9 three times, 200 requests/s",
            count,
            requests.accepted(),
            delivered.distinct(),
            delivered.duplicates() + "/0",
            since(begin));
        assertThat(requests.refused()).as("requests met a dead gateway").isPositive();
        assertThat(delivered.distinct()).as("every 202 is delivered").isEqualTo(count);
        assertThat(delivered.duplicates()).as("once").isZero();
      }
    }
  }

  @Test
  @Order(2)
  void workerKilledWhileItExpandsAnAudience() {
    try (Stack stack = Stack.start("notify-audience")) {
      int count = 5_000;
      List<Long> chats = people(stack.emulator(), count);
      PublishAccounts.link(stack, chats);
      stack.worker().restartWith(FEW_CALLS);
      var delivered = Delivered.byChat(stack.emulator(), "To all of you", chats);
      long begin = System.nanoTime();
      Api api = Api.of(stack.gateway());
      String id = api.notify(Map.of("to", Map.of("audience", "linked"), "text", "To all of you"));
      int kills = 3;
      for (int kill = 1; kill <= kills; kill++) {
        int enough = kill * 700;
        Waiting.until(enough + " arrived", PATIENCE, () -> delivered.distinct() >= enough);
        stack.worker().kill9();
        stack.worker().startWith(FEW_CALLS);
        stack.worker().awaitReady();
      }
      awaitEnd(stack, delivered, count);

      int allowed = kills * CALLS;
      ALL.note(
          "(i) worker killed -9 three times, audience of 5,000",
          count,
          count,
          delivered.distinct(),
          delivered.duplicates() + "/" + allowed,
          since(begin));
      assertThat(delivered.distinct()).as("everybody got it").isEqualTo(count);
      assertThat(delivered.duplicates()).as("what was in hand may repeat").isBetween(0, allowed);
      Waiting.until("it is told", () -> api.state(id).equals("SENT"));
      assertThat(api.notification(id).at("/counts/SENT").asInt()).isEqualTo(count);
    }
  }

  @Test
  @Order(3)
  void redisFlushed() {
    try (Stack stack = Stack.start("notify-redis-flushed")) {
      int count = 10_000;
      List<Long> chats = people(stack.emulator(), count);
      PublishAccounts.link(stack, chats);
      Person ann = Person.stranger(stack, "Ann");
      String token = ann.deepLink();
      String code = ann.askForCode();
      assertThat(ann.isLinked()).isFalse();

      long begin = System.nanoTime();
      stack.redis().flush();
      // Until then it is not said of anybody that they are not linked.
      Waiting.until("accounts are complete", () -> ann.get("status").statusCode() == 200);
      Duration took = since(begin);
      int linked = (int) chats.stream().filter(chat -> isLinked(stack, chat)).count();

      ALL.note("(j) Redis flushed, 10,000 accounts complete again", count, count, linked, "", took);
      assertThat(linked).isEqualTo(count);
      assertThat(took).isLessThan(Duration.ofSeconds(10));
      assertThat(ann.talk().say("/start " + token).words()).contains("not valid any more");
      HttpResponse<String> answer = ann.verify(code);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(ann.verify(ann.askForCode()).statusCode()).isEqualTo(200);
    }
  }

  private static boolean isLinked(Stack stack, long chat) {
    String path = "/api/telegram/status?user=" + PublishAccounts.user(chat);
    return Api.json(Api.of(stack.gateway()).get(path)).get("linked").asBoolean();
  }

  /** Waits until all have arrived and nothing is under way any more, or patience ends. */
  private static void awaitEnd(Stack stack, Delivered delivered, int count) {
    long begin = System.nanoTime();
    Waiting.until(
        "the end",
        PATIENCE.plusSeconds(30),
        () ->
            since(begin).compareTo(PATIENCE) > 0
                || (delivered.distinct() == count
                    && Topic.lag(stack.broker().bootstrapServers()) == 0));
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static List<Long> people(Emulator emulator, int count) {
    long first = People.crowd(count);
    emulator.welcome(first, count);
    return LongStream.range(first, first + count).boxed().toList();
  }

  @AfterAll
  static void table() throws IOException {
    ALL.write();
  }
}
