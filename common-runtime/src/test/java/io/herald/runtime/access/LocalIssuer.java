package io.herald.runtime.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** An OpenID Connect issuer on a free port, as far as tokens are checked with it. */
final class LocalIssuer implements AutoCloseable {

  private final AtomicInteger questions = new AtomicInteger();
  private final DisposableServer server;
  private volatile String name;

  LocalIssuer(JWKSet keys) {
    this.server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes ->
                routes
                    .get(
                        "/realm/.well-known/openid-configuration",
                        (_, response) -> json(response, metadata()))
                    .get("/keys", (_, response) -> keys(response, keys)))
            .bindNow();
    this.name = uri();
  }

  String uri() {
    return "http://127.0.0.1:" + server.port() + "/realm";
  }

  /** How often it was asked for its keys. */
  int questions() {
    return questions.get();
  }

  void callItself(String other) {
    name = other;
  }

  private String metadata() {
    return """
    {"issuer":"%s","jwks_uri":"http://127.0.0.1:%d/keys"}\
    """
        .formatted(name, server.port());
  }

  private Mono<Void> keys(HttpServerResponse response, JWKSet keys) {
    questions.incrementAndGet();
    return json(response, keys.toString(true));
  }

  private static Mono<Void> json(HttpServerResponse response, String body) {
    return response.header("Content-Type", "application/json").sendString(Mono.just(body)).then();
  }

  @Override
  public void close() {
    server.disposeNow();
  }
}
