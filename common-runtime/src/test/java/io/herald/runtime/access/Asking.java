package io.herald.runtime.access;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Asks a guarded endpoint that says who was let in. */
record Asking(Access access) {

  /** With {@code ci} (key {@code one}: notify.send), {@code ops} (two: admin), tokens as set. */
  static Asking keysAnd(JwtSettings tokens) {
    return of(
        "ci=" + ApiKeysTest.ONE + ":notify.send;ops=" + ApiKeysTest.TWO + ":admin+account", tokens);
  }

  static Asking of(String keys, JwtSettings tokens) {
    return new Asking(
        AccessConfiguration.access(new ApiKeySettings(keys), tokens, TestTokens.CLOCK));
  }

  ResponseSpec withKey(Scope scope, String key) {
    return ask(access -> access.require(scope), "/hello", "X-API-Key", key);
  }

  ResponseSpec withToken(Scope scope, String token) {
    return ask(
        access -> access.require(scope), "/hello", HttpHeaders.AUTHORIZATION, "Bearer " + token);
  }

  ResponseSpec personWithKey(String path, String key) {
    return ask(Access::requirePerson, path, "X-API-Key", key);
  }

  ResponseSpec personWithToken(String path, String token) {
    return ask(Access::requirePerson, path, HttpHeaders.AUTHORIZATION, "Bearer " + token);
  }

  ResponseSpec ask(
      Function<Access, HandlerFilterFunction<ServerResponse, ServerResponse>> guard,
      String path,
      String header,
      String value) {
    var routes =
        route()
            .GET("/hello", request -> ServerResponse.ok().bodyValue(greeting(request)))
            .filter(guard.apply(access))
            .build();
    return WebTestClient.bindToRouterFunction(routes)
        .build()
        .get()
        .uri(path)
        .header(header, value)
        .exchange();
  }

  private static String greeting(ServerRequest request) {
    Caller caller = Caller.of(request).orElseThrow();
    return "hello " + caller.name() + caller.user().map(user -> " for " + user).orElse("");
  }

  static void refused(ResponseSpec answer, int status, String detail) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo(status)
        .jsonPath("$.detail")
        .isEqualTo(detail);
  }

  static void isGreeted(ResponseSpec answer, String greeting) {
    answer.expectStatus().isOk().expectBody(String.class).isEqualTo(greeting);
  }
}
