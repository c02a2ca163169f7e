package io.herald.runtime.access;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.ServerResponse;

class RequireScopeTest {

  private static final String KEYS =
      "ci=" + ApiKeysTest.ONE + ":notify.send;ops=" + ApiKeysTest.TWO + ":admin";

  @Test
  void letsInWhoHasTheScopeAndSaysWhoItIs() {
    asking(KEYS, "two").expectStatus().isOk().expectBody(String.class).isEqualTo("hello ops");
  }

  @Test
  void doesNotKnowWhoSendsNoKeyOrAnother() {
    refused(KEYS, null, 401, "send a valid API key in the header X-API-Key");
    refused(KEYS, "three", 401, "send a valid API key in the header X-API-Key");
    asking(KEYS, "three").expectHeader().valueEquals("WWW-Authenticate", "ApiKey realm=\"herald\"");
  }

  @Test
  void refusesWhoLacksTheScope() {
    refused(KEYS, "one", 403, "the API key ci lacks the scope admin");
  }

  @Test
  void isClosedWithoutAnyKeyAndSaysHowToMakeOne() {
    refused(
        "",
        "two",
        403,
        "closed, because HERALD_API_KEYS is not set: put name=<hash>:admin there, the hash being"
            + " what printf %s \"$KEY\" | sha256sum prints for a long random key");
  }

  private static void refused(String keys, String key, int status, String detail) {
    asking(keys, key)
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo(status)
        .jsonPath("$.detail")
        .isEqualTo(detail);
  }

  private static WebTestClient.ResponseSpec asking(String keys, String key) {
    var access = new Access(new ApiKeySettings(keys).parsed());
    var routes =
        route()
            .GET(
                "/hello",
                request ->
                    ServerResponse.ok()
                        .bodyValue("hello " + Caller.of(request).orElseThrow().name()))
            .filter(access.require(Scope.ADMIN))
            .build();
    return WebTestClient.bindToRouterFunction(routes)
        .build()
        .get()
        .uri("/hello")
        .headers(headers -> {
          if (key != null) {
            headers.set("X-API-Key", key);
          }
        })
        .exchange();
  }
}
