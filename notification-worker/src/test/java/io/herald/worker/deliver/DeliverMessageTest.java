package io.herald.worker.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.delivery.TelegramClient;
import io.herald.telegram.outcome.Outcome;
import io.herald.worker.bot.SendingBot;
import io.herald.worker.bot.SendingBots;
import io.herald.worker.guard.MemorySendGuard;
import io.herald.worker.guard.SendGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

class DeliverMessageTest {

  private static final Instant START = Instant.EPOCH;
  private static final Outcome SENT = new Outcome.Delivered(7L);

  private final Queue<Mono<Outcome>> answers = new ArrayDeque<>();
  private final List<TelegramCall> calls = new ArrayList<>();
  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SendGuard guard = new MemorySendGuard();
  private final SendingBots bots =
      new SendingBots(Map.of("main", new SendingBot("main", telegram())));
  private final DeliverMessage deliverMessage = deliverMessage();
  private final List<Delivery> done = new ArrayList<>();

  @Test
  void sendsOnceWhenReplayed() {
    answers.add(Mono.just(SENT));

    deliver(message("a"));
    deliver(message("a"));

    assertThat(endings()).containsExactly(new Ending.Sent(7L), new Ending.AlreadySent());
    assertThat(calls).hasSize(1);
    assertThat(count("herald.worker.messages", "ending", "already-sent")).isEqualTo(1);
  }

  @Test
  void waitsAsLongAsTelegramSays() {
    answers.add(Mono.just(new Outcome.RetryAfter(Duration.ofSeconds(17))));
    answers.add(Mono.just(SENT));

    deliver(message("a"));
    time.advanceTimeBy(Duration.ofMillis(16_999));
    assertThat(done).isEmpty();
    time.advanceTimeBy(Duration.ofMillis(1));

    assertThat(done).containsExactly(new Delivery(new Ending.Sent(7L), "42", 2));
  }

  @Test
  void triesUntilTheMessageExpires() {
    for (int i = 0; i < 4000; i++) {
      answers.add(Mono.just(new Outcome.Retryable("502")));
    }

    deliver(message("a"));
    time.advanceTimeBy(Duration.ofHours(25));

    assertThat(endings()).containsExactly(new Ending.Failed("expired", "502"));
    assertThat(calls).hasSizeBetween(2800, 2900);
  }

  @Test
  void doesNotSendWhatCameTooLate() {
    time.advanceTimeBy(Duration.ofHours(24));

    deliver(message("a"));

    assertThat(endings())
        .containsExactly(new Ending.Failed("expired", "it came too late to be sent"));
    assertThat(calls).isEmpty();
  }

  @Test
  void followsAGroupToItsNewAddress() {
    answers.add(Mono.just(new Outcome.MigratedTo("-1007")));
    answers.add(Mono.just(SENT));

    deliver(message("a"));

    assertThat(calls).extracting(TelegramCall::chat).containsExactly("42", "-1007");
    assertThat(done).containsExactly(new Delivery(new Ending.Sent(7L), "-1007", 2));
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void goesOnAfterAnAnswerThatCameLater() {
    TestPublisher<Outcome> answer = TestPublisher.create();
    answers.add(answer.mono());
    answers.add(Mono.just(SENT));

    deliver(message("a"));
    answer.emit(new Outcome.MigratedTo("-1007"));

    assertThat(done).containsExactly(new Delivery(new Ending.Sent(7L), "-1007", 2));
  }

  @Test
  void waitsForARightTokenAndIsNotReadyMeanwhile() {
    answers.add(Mono.just(new Outcome.Unauthorized("401 Unauthorized")));
    answers.add(Mono.just(SENT));

    deliver(message("a"));
    assertThat(bots.health().getStatus()).isEqualTo(Status.DOWN);
    time.advanceTimeBy(Duration.ofSeconds(30));

    assertThat(bots.health().getStatus()).isEqualTo(Status.UP);
    assertThat(endings()).containsExactly(new Ending.Sent(7L));
  }

  @Test
  void sendsAgainWhatAnEarlierRunMayHaveSent() {
    answers.add(Mono.just(SENT));
    guard.claim(message("a")).subscribe();

    deliver(message("a"));

    assertThat(endings()).containsExactly(new Ending.Sent(7L));
    assertThat(count("herald.worker.uncertain", "resolution", "resend")).isEqualTo(1);
  }

  @Test
  void dropsWhatAnEarlierRunMayHaveSentIfItsSenderPrefersSo() {
    OutboundMessage message = message("a", "main", OnUnknown.DROP);
    guard.claim(message).subscribe();

    deliver(message);

    assertThat(endings()).singleElement().isInstanceOf(Ending.Dropped.class);
    assertThat(calls).isEmpty();
    assertThat(count("herald.worker.uncertain", "resolution", "drop")).isEqualTo(1);
  }

  @Test
  void repeatsAnAttemptOfUnknownOutcomeButNotForEver() {
    for (int i = 0; i < 10; i++) {
      answers.add(Mono.just(new Outcome.Unknown("cut")));
    }

    deliver(message("a"));
    time.advanceTimeBy(Duration.ofHours(1));

    assertThat(endings()).containsExactly(new Ending.Failed("unknown-outcome", "cut"));
    assertThat(calls).hasSize(DecideNext.MAX_UNKNOWN);
  }

  @Test
  void putsAsideWhatIsForABotWithoutToken() {
    deliver(message("a", "other", OnUnknown.RESEND));

    assertThat(endings())
        .containsExactly(new Ending.Failed("unknown-bot", "no token is configured for the bot"));
  }

  @Test
  void joinsAnAttemptThatIsUnderWayInsteadOfSendingBesideIt() {
    TestPublisher<Outcome> answer = TestPublisher.create();
    answers.add(answer.mono());

    // The first delivery is given up, as when its partition is taken away in the middle.
    deliverMessage.deliver(message("a")).subscribe(done::add).dispose();
    deliver(message("a"));
    answer.emit(SENT);

    assertThat(endings()).containsExactly(new Ending.Sent(7L));
    assertThat(calls).hasSize(1);
  }

  @Test
  void makesNoFurtherAttemptWhenNobodyWaits() {
    answers.add(Mono.just(new Outcome.Retryable("502")));

    deliverMessage.deliver(message("a")).subscribe(done::add).dispose();
    time.advanceTimeBy(Duration.ofHours(1));

    assertThat(calls).hasSize(1);
    assertThat(done).isEmpty();
  }

  private void deliver(OutboundMessage message) {
    deliverMessage.deliver(message).subscribe(done::add);
  }

  private List<Ending> endings() {
    return done.stream().map(Delivery::ending).toList();
  }

  private double count(String name, String tag, String value) {
    return meters.get(name).tag(tag, value).counter().count();
  }

  private TelegramClient telegram() {
    return call ->
        Mono.defer(() -> {
          calls.add(call);
          return answers.remove();
        });
  }

  private DeliverMessage deliverMessage() {
    InstantSource now = () -> START.plusMillis(time.now(TimeUnit.MILLISECONDS));
    return new DeliverMessage(
        bots, guard, new WorkerMetrics(meters), now.withZone(ZoneOffset.UTC), time);
  }

  private static OutboundMessage message(String id) {
    return message(id, "main", OnUnknown.RESEND);
  }

  private static OutboundMessage message(String id, String bot, OnUnknown onUnknown) {
    return new OutboundMessage(
        "1.0.0",
        id,
        bot,
        "42",
        TextContent.plain("Hello"),
        START,
        START.plus(Duration.ofHours(24)),
        onUnknown);
  }
}
