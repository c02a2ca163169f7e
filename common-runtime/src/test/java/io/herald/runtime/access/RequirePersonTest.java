package io.herald.runtime.access;

import static io.herald.runtime.access.Asking.isGreeted;
import static io.herald.runtime.access.Asking.refused;
import static io.herald.runtime.access.TestTokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequirePersonTest {

  private final Asking asking = Asking.keysAnd(TestTokens.settings());

  @Test
  void aTokenActsForItsOwnUserAlone() {
    isGreeted(asking.personWithToken("/hello", token(_ -> {})), "hello ann for ann");
    isGreeted(asking.personWithToken("/hello?user=ann", token(_ -> {})), "hello ann for ann");
    refused(
        asking.personWithToken("/hello?user=bob", token(it -> it.claim("scope", "account"))),
        403,
        "a token acts for its own user only");
  }

  @Test
  void anApiKeyWithTheScopeActsForWhomItSays() {
    isGreeted(
        asking.personWithKey("/hello?user=ann@example.com", "two"),
        "hello ops for ann@example.com");
    refused(
        asking.personWithKey("/hello?user=ann", "one"),
        403,
        "the API key ci names no user, and lacks the scope account to act for one");
  }

  @Test
  void anApiKeyHasToSayForWhom() {
    for (String path :
        new String[] {
          "/hello", "/hello?user=", "/hello?user=a\nb", "/hello?user=" + "a".repeat(129)
        }) {
      refused(
          asking.personWithKey(path, "two"),
          400,
          "say for whom in the parameter user: ?user=<id>, up to 128 visible characters");
    }
  }

  @Test
  void aPersonOrAScopeWillDo() {
    isGreeted(
        asking.ask(
            access -> access.requirePersonOr(Scope.NOTIFY_SEND),
            "/hello",
            "Authorization",
            "bearer " + token(_ -> {})),
        "hello ann for ann");
    isGreeted(
        asking.ask(
            access -> access.requirePersonOr(Scope.NOTIFY_SEND), "/hello", "X-API-Key", "one"),
        "hello ci");
    refused(
        asking.ask(
            access -> access.requirePersonOr(Scope.NOTIFY_SEND), "/hello", "X-API-Key", "two"),
        403,
        "the API key ops lacks the scope notify.send");
  }

  @Test
  void ourOwnTokensAreGoodForThePersonAndForNothingElse() {
    var settings = new JwtSettings(TestTokens.SECRET, null, null, "herald", "email");
    var mint = new MintToken(settings, TestTokens.CLOCK);
    var asking = Asking.keysAnd(settings);
    var minted = mint.mint("ann@example.com", Duration.ofMinutes(10));

    assertThat(mint.isPossible()).isTrue();
    assertThat(minted.expiresAt()).isEqualTo("2026-03-01T12:10:00Z");
    assertThat(minted.toString()).doesNotContain(minted.token());
    isGreeted(
        asking.personWithToken("/hello", minted.token()),
        "hello ann@example.com for ann@example.com");
    refused(
        asking.withToken(Scope.NOTIFY_SEND, minted.token()),
        403,
        "the token lacks the scope notify.send");
  }
}
