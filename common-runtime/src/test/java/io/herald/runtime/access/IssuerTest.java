package io.herald.runtime.access;

import static io.herald.runtime.access.Asking.isGreeted;
import static io.herald.runtime.access.Asking.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With an issuer on a real port. */
class IssuerTest {

  private static final RSAKey KEY = TestTokens.rsaKey("1");
  private static final ECKey CURVE = TestTokens.ecKey("2");
  private static final ECKey STRANGER = TestTokens.ecKey("9");
  private static final ECKey IMPOSTOR = TestTokens.ecKey("2");
  private static final String FORGED = "the bearer token is not authentic";
  private static final String UNAVAILABLE =
      "the issuer of tokens does not answer, so this one can't be checked; try again later";

  private final LocalIssuer issuer = new LocalIssuer(new JWKSet(List.of(KEY, CURVE)));
  private final Asking asking =
      Asking.keysAnd(new JwtSettings(TestTokens.SECRET, null, issuer.uri(), null, null));

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void asksOnlyWhenATokenComesAndThenOnce() {
    assertThat(issuer.questions()).isZero();
    isGreeted(asking.withToken(Scope.NOTIFY_READ, rsa(_ -> {})), "hello ann for ann");
    isGreeted(
        asking.withToken(Scope.NOTIFY_READ, TestTokens.ec(CURVE, this::good)), "hello ann for ann");
    assertThat(issuer.questions()).isEqualTo(1);
  }

  @Test
  void refusesForgedTokensWithoutAskingForEach() {
    for (int i = 0; i < 5; i++) {
      refused(
          asking.withToken(Scope.NOTIFY_READ, TestTokens.ec(STRANGER, this::good)), 401, FORGED);
    }
    refused(asking.withToken(Scope.NOTIFY_READ, TestTokens.ec(IMPOSTOR, this::good)), 401, FORGED);
    assertThat(issuer.questions()).isEqualTo(1);
  }

  @Test
  void refusesThePublicKeyAsASecret() throws Exception {
    byte[] publicKey = KEY.toPublicKey().getEncoded();
    refused(
        asking.withToken(
            Scope.NOTIFY_READ, TestTokens.hmac(publicKey, JWSAlgorithm.HS256, this::good)),
        401,
        FORGED);
  }

  @Test
  void wantsItsOwnNameInTheToken() {
    refused(
        asking.withToken(Scope.NOTIFY_READ, rsa(it -> it.issuer("https://other.example.org"))),
        401,
        "the bearer token is of another issuer");
    refused(
        asking.withToken(Scope.NOTIFY_READ, rsa(it -> it.issuer(null))),
        401,
        "the bearer token is of another issuer");
  }

  @Test
  void takesTokensOfTheSecretBeside() {
    isGreeted(
        asking.withToken(
            Scope.NOTIFY_READ, TestTokens.token(it -> it.claim("scope", "notify.read"))),
        "hello ann for ann");
    assertThat(issuer.questions()).isZero();
  }

  @Test
  void withoutTheIssuerTokensAreUnavailableAndKeysGoOn() {
    issuer.close();
    refused(asking.withToken(Scope.NOTIFY_READ, rsa(_ -> {})), 503, UNAVAILABLE);
    asking
        .withToken(Scope.NOTIFY_READ, rsa(_ -> {}))
        .expectHeader()
        .valueEquals("Retry-After", "5");
    isGreeted(asking.withKey(Scope.ADMIN, "two"), "hello ops");
  }

  @Test
  void goesOnWithTheKeysItKnows() {
    isGreeted(asking.withToken(Scope.NOTIFY_READ, rsa(_ -> {})), "hello ann for ann");
    issuer.close();
    isGreeted(asking.withToken(Scope.NOTIFY_READ, rsa(_ -> {})), "hello ann for ann");
  }

  @Test
  void doesNotTakeAnotherIssuersMetadata() {
    issuer.callItself("https://other.example.org");
    refused(asking.withToken(Scope.NOTIFY_READ, rsa(_ -> {})), 503, UNAVAILABLE);
  }

  private String rsa(Consumer<JWTClaimsSet.Builder> change) {
    return TestTokens.rsa(
        KEY,
        claims -> {
          good(claims);
          change.accept(claims);
        });
  }

  private void good(JWTClaimsSet.Builder claims) {
    claims.issuer(issuer.uri()).claim("scope", "notify.read");
  }
}
