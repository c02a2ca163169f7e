package io.herald.emulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.emulator.MutableClock;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Bots;
import io.herald.emulator.update.PublishUpdate;
import io.herald.emulator.update.QueueKey;
import io.herald.emulator.update.Update;
import io.herald.emulator.update.UpdateJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class DeliverUpdatesTest {
  private final MutableClock clock = new MutableClock();
  private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
  private final HandCall call = new HandCall();
  private final DeliveryLog log = new DeliveryLog(1_000);
  private final Bots bots = new Bots(false, bot -> {});
  private final UpdateJournal journal =
      new UpdateJournal() {
        @Override
        public void created(Update update) {
          log.created(update);
        }

        @Override
        public void acknowledged(Update update) {
          log.delivered(update, clock.millis());
        }
      };
  private final Webhooks webhooks =
      new Webhooks(
          new DeliveryTime(clock, timer, () -> 1.0), log, journal, bot -> {}, settings -> call);
  private final PublishUpdate publish = new PublishUpdate(clock, JsonMapper.shared(), journal);
  private Bot bot;

  @BeforeEach
  void setWebhook() {
    bot = bots.register("42:TEST", null, null);
    webhooks.set(bot, new WebhookSettings("http://127.0.0.1/", "", 2, false, ""));
  }

  @Test
  void oneUpdateOfAChatIsInFlightAtATime() {
    int first = publish(QueueKey.chat(1));
    int second = publish(QueueKey.chat(1));
    assertThat(call.open()).containsExactly(first);
    call.answer(first, 200, 0);
    assertThat(call.open()).containsExactly(second);
  }

  @Test
  void chatsAndUsersAreDifferentQueuesUpToMaxConnections() {
    int chat = publish(QueueKey.chat(1));
    int user = publish(QueueKey.user(1));
    publish(QueueKey.chat(2));
    assertThat(call.open()).containsExactlyInAnyOrder(chat, user);
  }

  @Test
  void retriesAtOnceThenTwoFourEightSixteenThirtyTwoThenAboutAMinute() {
    int update = publish(QueueKey.chat(1));
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      call.answer(update, 500, 0);
      long waited = 0;
      while (call.open().isEmpty()) {
        pass(1);
        waited++;
      }
      waits.add(waited);
    }
    assertThat(waits.subList(0, 6)).containsExactly(0L, 2L, 4L, 8L, 16L, 32L);
    assertThat(waits.subList(6, 8)).allMatch(seconds -> seconds >= 60 && seconds <= 120);
    call.answer(update, 204, 0);
    assertThat(bot.updates().size()).isZero();
    assertThat(log.since(0, 1, all -> true).getFirst().attempts()).hasSize(9);
  }

  @Test
  void retryAfterIsHonouredAndDoesNotAdvanceTheBackOff() {
    int update = publish(QueueKey.chat(1));
    call.answer(update, 500, 0);
    call.answer(update, 503, 7);
    pass(6);
    assertThat(call.open()).isEmpty();
    pass(1);
    call.answer(update, 302, 0);
    pass(1);
    assertThat(call.open()).as("2 s, the first step of the back-off").isEmpty();
    pass(1);
    assertThat(call.open()).containsExactly(update);
  }

  @Test
  void aCallbackQueryExpiresAfterItsTime() {
    int update = publish("callback_query", QueueKey.user(1));
    for (int i = 0; i < 30 && bot.updates().size() > 0; i++) {
      if (call.open().contains(update)) {
        call.answer(update, 500, 0);
      }
      pass(20);
    }
    assertThat(bot.updates().size()).isZero();
    assertThat(log.since(0, 1, all -> true).getFirst().state())
        .isEqualTo(DeliveryLog.State.EXPIRED);
    assertThat(webhooks.status(bot).lastError())
        .isEqualTo("Wrong response from the webhook: 500 words");
  }

  @Test
  void manyFailingChatsStallTheBot() {
    for (int chat = 1; chat <= 5; chat++) {
      publish(QueueKey.chat(chat));
    }
    for (int i = 0; i < 8; i++) {
      call.open().forEach(update -> call.answer(update, 500, 0));
    }
    pass(1);
    assertThat(call.seen).as("2 × max_connections queues, the fifth is never tried").hasSize(4);
  }

  @Test
  void aRepeatedUpdateIdIsDeliveredAgain() {
    int first = publish(QueueKey.chat(1));
    call.answer(first, 200, 0);
    publish.publishRaw(
        bot, JsonNodeFactory.instance.objectNode().put("update_id", first).put("poll", 1));
    assertThat(call.open()).containsExactly(first);
  }

  private void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
    timer.advanceTimeBy(Duration.ofSeconds(seconds));
  }

  private int publish(QueueKey queue) {
    return publish("message", queue);
  }

  private int publish(String kind, QueueKey queue) {
    Update update = publish.publish(bot, kind, queue, JsonNodeFactory.instance.objectNode());
    assertThat(update).isNotNull();
    return update.id();
  }

  /** A webhook whose answers are given by hand. */
  private static final class HandCall implements WebhookCall {
    private final Map<Integer, Sinks.One<WebhookAnswer>> waiting = new TreeMap<>();
    private final java.util.Set<Integer> seen = new java.util.TreeSet<>();

    @Override
    public Mono<WebhookAnswer> post(Update update) {
      Sinks.One<WebhookAnswer> answer = Sinks.one();
      waiting.put(update.id(), answer);
      seen.add(update.id());
      return answer.asMono();
    }

    List<Integer> open() {
      return List.copyOf(waiting.keySet());
    }

    void answer(int update, int status, int retryAfter) {
      waiting
          .remove(update)
          .tryEmitValue(new WebhookAnswer(status, "words", retryAfter, null, new byte[0]));
    }

    @Override
    public void close() {}
  }
}
