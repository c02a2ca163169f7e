package io.herald.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.api.FakeBotApi;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class LinkingBotTest {

  private final FakeBotApi telegram = new FakeBotApi();
  private final LinkingBot bot = new LinkingBot(Map.of("main", telegram, "a", new FakeBotApi()));

  @Test
  void asksOnceAndRemembers() {
    telegram.thenBrings();
    assertThat(bot.knownUsername()).isEmpty();
    StepVerifier.create(bot.username()).expectNext("bot").verifyComplete();
    StepVerifier.create(bot.username()).expectNext("bot").verifyComplete();
    assertThat(bot.knownUsername()).contains("bot");
    assertThat(telegram.calls()).containsExactly("getMe");
  }

  @Test
  void asksAgainAfterAFailure() {
    telegram.thenFails(new Outcome.Retryable("away")).thenBrings();
    StepVerifier.create(bot.username()).verifyComplete();
    StepVerifier.create(bot.username()).expectNext("bot").verifyComplete();
  }

  @Test
  void doesNotWaitForASilentTelegram() {
    StepVerifier.withVirtualTime(bot::username)
        .expectSubscription()
        .expectNoEvent(Duration.ofSeconds(3).minusMillis(1))
        .thenAwait(Duration.ofMillis(1))
        .verifyComplete();
  }

  @Test
  void isTheFirstByNameWithoutMain() {
    var first = new FakeBotApi().thenBrings();
    var other = new LinkingBot(Map.of("b", new FakeBotApi(), "a", first));
    StepVerifier.create(other.username()).expectNext("bot").verifyComplete();
    assertThat(new LinkingBot(Map.of()).exists()).isFalse();
    StepVerifier.create(new LinkingBot(Map.of()).username()).verifyComplete();
  }
}
