package io.herald.runtime.access;

import static io.herald.runtime.access.Asking.isGreeted;
import static io.herald.runtime.access.Asking.refused;
import static io.herald.runtime.access.TestTokens.SECRET;
import static io.herald.runtime.access.TestTokens.at;
import static io.herald.runtime.access.TestTokens.token;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final String FORGED = "the bearer token is not authentic";
  private final Asking asking = Asking.keysAnd(TestTokens.settings());

  @Test
  void findsScopesWhereverIssuersWriteThem() {
    for (Consumer<JWTClaimsSet.Builder> claims :
        List.<Consumer<JWTClaimsSet.Builder>>of(
            it -> it.claim("scope", "openid notify.read"),
            it -> it.claim("scope", List.of("openid", "notify.read")),
            it -> it.claim("scp", "notify.read"),
            it -> it.claim("scp", List.of("notify.read", 4)),
            it -> it.claim("roles", List.of("notify.read")),
            it -> it.claim("roles", List.of("admin")))) {
      isGreeted(asking.withToken(Scope.NOTIFY_READ, token(claims)), "hello ann for ann");
    }
  }

  @Test
  void noScopeImpliesAnotherAndOnlyTheRoleAdminIsAllOfThem() {
    var scope = token(it -> it.claim("scope", "admin"));
    refused(
        asking.withToken(Scope.NOTIFY_READ, scope), 403, "the token lacks the scope notify.read");
    isGreeted(asking.withToken(Scope.ADMIN, scope), "hello ann for ann");
    refused(
        asking.withToken(Scope.ADMIN, token(it -> it.claim("scope", Map.of("admin", true)))),
        403,
        "the token lacks the scope admin");
  }

  @Test
  void refusesWhatTheSecretDidNotSign() throws Exception {
    String good = token(it -> it.claim("scope", "notify.read"));
    String[] parts = good.split("\\.");
    String admin = token(it -> it.claim("roles", List.of("admin"))).split("\\.")[1];
    forged(parts[0] + "." + admin + "." + parts[2]);
    forged(parts[0] + "." + parts[1] + ".");
    forged(parts[0] + "." + parts[1]);
    forged("");
    forged("not a token");
    byte[] other = "another secret of thirty-two bytes....".getBytes(UTF_8);
    forged(TestTokens.hmac(other, JWSAlgorithm.HS256, _ -> {}));
    forged(new PlainJWT(TestTokens.claims(_ -> {})).serialize());
  }

  @Test
  void acceptsWhatThePreviousSecretSignedAndNothingElse() {
    String next = "the secret that there is from now on...";
    var changing = Asking.keysAnd(new JwtSettings(next, SECRET, null, null, null));
    Consumer<JWTClaimsSet.Builder> admin = it -> it.claim("scope", "admin");

    isGreeted(changing.withToken(Scope.ADMIN, token(admin)), "hello ann for ann");
    isGreeted(
        changing.withToken(
            Scope.ADMIN, TestTokens.hmac(next.getBytes(UTF_8), JWSAlgorithm.HS256, admin)),
        "hello ann for ann");
    byte[] other = "another secret of thirty-two bytes....".getBytes(UTF_8);
    refused(
        changing.withToken(Scope.ADMIN, TestTokens.hmac(other, JWSAlgorithm.HS256, admin)),
        401,
        FORGED);
  }

  @Test
  void refusesAnyCharacterChangedInTheSignature() {
    String good = token(it -> it.claim("scope", "admin"));
    int start = good.lastIndexOf('.') + 1;
    // The last character of 32 bytes in base64url has bits that nobody reads.
    for (int i = start; i < good.length() - 1; i++) {
      char changed = good.charAt(i) == 'A' ? 'B' : 'A';
      forged(good.substring(0, i) + changed + good.substring(i + 1));
    }
  }

  @Test
  void refusesOtherAlgorithms() {
    byte[] longer = (SECRET + SECRET).getBytes(UTF_8);
    var asking = Asking.keysAnd(new JwtSettings(SECRET + SECRET, null, null, null, null));
    for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
      refused(
          asking.withToken(Scope.ADMIN, TestTokens.hmac(longer, algorithm, _ -> {})), 401, FORGED);
    }
    var own = TestTokens.rsaKey("own");
    refused(asking.withToken(Scope.ADMIN, TestTokens.rsa(own, _ -> {})), 401, FORGED);
  }

  @Test
  void refusesTokensThatAreNotForCalling() throws Exception {
    var signer = new MACSigner(SECRET);
    for (var type : List.of("logout+jwt", "dpop+jwt")) {
      var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)).build();
      forged(TestTokens.signed(header, signer, it -> it.claim("scope", "notify.read")));
    }
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build();
    var access = TestTokens.signed(header, signer, it -> it.claim("scope", "notify.read"));
    isGreeted(asking.withToken(Scope.NOTIFY_READ, access), "hello ann for ann");
  }

  @Test
  void checksTimesWithHalfAMinuteForClocks() {
    Scope scope = Scope.NOTIFY_READ;
    String late = token(it -> it.expirationTime(at(-29)).claim("scope", scope.word()));
    isGreeted(asking.withToken(scope, late), "hello ann for ann");
    String early = token(it -> it.notBeforeTime(at(30)).claim("scope", scope.word()));
    isGreeted(asking.withToken(scope, early), "hello ann for ann");

    unusable(token(it -> it.expirationTime(at(-30))), "the bearer token has expired");
    unusable(token(it -> it.notBeforeTime(at(31))), "the bearer token is not valid yet");
    unusable(token(it -> it.expirationTime(null)), "the bearer token never expires: it needs exp");
  }

  @Test
  void wantsTheAudienceThatIsSet() {
    var asking = Asking.keysAnd(new JwtSettings(SECRET, null, null, "herald", null));
    Scope scope = Scope.NOTIFY_READ;
    String good = token(it -> it.audience(List.of("other", "herald")).claim("scope", scope.word()));
    isGreeted(asking.withToken(scope, good), "hello ann for ann");
    String detail = "the bearer token is for another audience";
    refused(asking.withToken(scope, token(it -> it.audience("other"))), 401, detail);
    refused(asking.withToken(scope, token(_ -> {})), 401, detail);
  }

  @Test
  void saysThatTheTokenIsTheProblem() {
    asking
        .withToken(Scope.ADMIN, "x")
        .expectHeader()
        .valueEquals(
            "WWW-Authenticate",
            "ApiKey realm=\"herald\", Bearer realm=\"herald\", error=\"invalid_token\"");
  }

  @Test
  void takesThePersonFromTheClaimThatIsSet() {
    var asking = Asking.keysAnd(new JwtSettings(SECRET, null, null, null, "email"));
    isGreeted(
        asking.personWithToken("/hello", token(it -> it.claim("email", "ann@example.com"))),
        "hello ann for ann@example.com");
    refused(
        asking.personWithToken("/hello", token(it -> it.claim("email", List.of("ann")))),
        403,
        "the token names no user, and lacks the scope account to act for one");
  }

  private void forged(String token) {
    refused(asking.withToken(Scope.NOTIFY_READ, token), 401, FORGED);
  }

  private void unusable(String token, String detail) {
    refused(asking.withToken(Scope.NOTIFY_READ, token), 401, detail);
  }
}
