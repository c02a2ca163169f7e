package io.herald.runtime.access;

import static io.herald.runtime.access.Asking.isGreeted;
import static io.herald.runtime.access.Asking.refused;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class RequireScopeTest {

  private static final JwtSettings NO_TOKENS = new JwtSettings(null, null, null, null, null);
  private final Asking asking = Asking.keysAnd(NO_TOKENS);

  @Test
  void letsInWhoHasTheScopeAndSaysWhoItIs() {
    isGreeted(asking.withKey(Scope.ADMIN, "two"), "hello ops");
  }

  @Test
  void doesNotKnowWhoSendsNoKeyOrAnother() {
    String detail = "send a valid API key in the header X-API-Key";
    refused(asking.ask(access -> access.require(Scope.ADMIN), "/hello", "A", "b"), 401, detail);
    refused(asking.withKey(Scope.ADMIN, "three"), 401, detail);
    asking
        .withKey(Scope.ADMIN, "three")
        .expectHeader()
        .valueEquals("WWW-Authenticate", "ApiKey realm=\"herald\"")
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void refusesWhoLacksTheScope() {
    refused(asking.withKey(Scope.ADMIN, "one"), 403, "the API key ci lacks the scope admin");
  }

  @Test
  void asksForEitherProofWhereBothAreAccepted() {
    var both = Asking.keysAnd(TestTokens.settings());
    refused(
        both.withKey(Scope.ADMIN, "three"),
        401,
        "send a valid API key in the header X-API-Key or a bearer token in the header"
            + " Authorization");
    both.withKey(Scope.ADMIN, "three")
        .expectHeader()
        .valueEquals("WWW-Authenticate", "ApiKey realm=\"herald\", Bearer realm=\"herald\"");
  }

  @Test
  void takesNoTokenWhereNoneIsConfigured() {
    refused(
        asking.withToken(Scope.ADMIN, TestTokens.token(_ -> {})),
        401,
        "bearer tokens are not accepted here: send a valid API key in the header X-API-Key");
  }

  @Test
  void isClosedWithoutAnyProofAndSaysHowToMakeOne() {
    refused(
        Asking.of("", NO_TOKENS).withKey(Scope.ADMIN, "two"),
        403,
        "closed, because neither HERALD_API_KEYS nor HERALD_JWT_SECRET or HERALD_JWT_ISSUER_URI is"
            + " set: put name=<hash>:admin into the first, the hash being what printf %s \"$KEY\" |"
            + " sha256sum prints for a long random key");
  }
}
