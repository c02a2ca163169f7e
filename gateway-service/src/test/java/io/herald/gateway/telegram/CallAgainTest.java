package io.herald.gateway.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.api.FakeBotApi;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class CallAgainTest {

  @Test
  void waitsAsLongAsTelegramAsks() {
    var telegram = new FakeBotApi().thenFails(new Outcome.RetryAfter(Duration.ofSeconds(17)));

    telegram
        .deleteWebhook()
        .as(StepVerifier::create)
        .consumeErrorWith(
            error -> assertThat(CallAgain.pause(error, 0)).isEqualTo(Duration.ofSeconds(17)))
        .verify();
  }

  @Test
  void waitsTwiceAsLongEachTimeUpToAMinute() {
    var failure = new IllegalStateException();

    assertThat(CallAgain.pause(failure, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(CallAgain.pause(failure, 3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(CallAgain.pause(failure, 9)).isEqualTo(Duration.ofSeconds(60));
  }
}
