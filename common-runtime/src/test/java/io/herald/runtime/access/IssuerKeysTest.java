package io.herald.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class IssuerKeysTest {

  private static final ECKey FIRST = TestTokens.ecKey("1");
  private static final ECKey SECOND = TestTokens.ecKey("2");
  private static final Mono<JWKSet> GONE = Mono.error(new IssuerGone("gone"));

  private Instant now = TestTokens.NOW;
  private Mono<JWKSet> answer = Mono.just(new JWKSet(FIRST));
  private int questions;
  private final IssuerKeys keys =
      new IssuerKeys(
          () -> {
            questions++;
            return answer;
          },
          clock(() -> now));

  @Test
  void findsAKeyThatTheIssuerMadeSince() {
    assertThat(has("1")).isTrue();
    pass(IssuerKeys.PAUSE);
    answer = Mono.just(new JWKSet(List.of(FIRST, SECOND)));
    assertThat(has("2")).isTrue();
    assertThat(has("1")).isTrue();
    assertThat(questions).isEqualTo(2);
  }

  @Test
  void doesNotAskAgainForKeysThatDoNotExist() {
    for (int i = 0; i < 10; i++) {
      assertThat(has("3")).isFalse();
    }
    assertThat(questions).isEqualTo(1);
  }

  @Test
  void asksAgainForOldKeysAndForgetsWithdrawnOnes() {
    assertThat(has("1")).isTrue();
    answer = Mono.just(new JWKSet(SECOND));
    pass(IssuerKeys.FRESH.minusSeconds(1));
    assertThat(has("1")).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(has("1")).isFalse();
  }

  @Test
  void knownKeysGoOnForAnHourWithoutTheIssuer() {
    assertThat(has("1")).isTrue();
    answer = GONE;
    pass(IssuerKeys.USABLE);
    assertThat(has("1")).isTrue();
    pass(Duration.ofSeconds(1));
    assertThatThrownBy(() -> has("1")).isInstanceOf(IssuerGone.class);
    answer = Mono.just(new JWKSet(FIRST));
    pass(IssuerKeys.PAUSE);
    assertThat(has("1")).isTrue();
  }

  @Test
  void doesNotAskAnIssuerThatIsGoneForEveryToken() {
    answer = GONE;
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> has("1")).isInstanceOf(IssuerGone.class);
    }
    assertThat(questions).isEqualTo(1);
  }

  @Test
  void manyTokensWaitForOneAnswer() {
    Sinks.One<JWKSet> slow = Sinks.one();
    answer = slow.asMono();
    var first = keys.forToken("1").toFuture();
    var second = keys.forToken("1").toFuture();
    assertThat(second).isNotDone();
    slow.tryEmitValue(new JWKSet(FIRST));
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(questions).isEqualTo(1);
  }

  private boolean has(String kid) {
    return keys.forToken(kid).block().getKeyByKeyId(kid) != null;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }
}
