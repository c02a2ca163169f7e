package io.herald.gateway.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * A record that the visitor's browser keeps for us, so that any replica can read it and none has to
 * remember it. The browser can neither read nor change it, and it ends by itself.
 *
 * @param <T> the record
 */
final class SealedCookie<T> {

  private final String name;
  private final Class<T> type;
  private final Duration life;
  private final Seal seal;
  private final boolean secure;
  private final Clock clock;

  private SealedCookie(
      String name, Class<T> type, Duration life, Seal seal, boolean secure, Clock clock) {
    this.name = name;
    this.type = type;
    this.life = life;
    this.seal = seal;
    this.secure = secure;
    this.clock = clock;
  }

  /**
   * A kind of cookie.
   *
   * @param secure whether people come by https, so that it must not travel otherwise
   */
  static <T> SealedCookie<T> of(
      String name, Class<T> type, Duration life, Seal seal, boolean secure, Clock clock) {
    return new SealedCookie<>(name(name, secure), type, life, seal, secure, clock);
  }

  /** The name that a browser refuses to take from a neighbouring host, where that is possible. */
  static String name(String name, boolean secure) {
    return secure ? "__Host-" + name : name;
  }

  Optional<T> read(ServerWebExchange exchange) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
    return Optional.ofNullable(cookie)
        .flatMap(found -> seal.open(name, found.getValue()))
        .map(bytes -> Json.read(bytes, Kept.class))
        .filter(kept -> clock.millis() < kept.until())
        .map(kept -> Json.read(kept.content().getBytes(UTF_8), type));
  }

  void write(ServerWebExchange exchange, T content) {
    String text = new String(Json.write(content), UTF_8);
    Kept kept = new Kept(clock.millis() + life.toMillis(), text);
    send(exchange, seal.seal(name, Json.write(kept)), life);
  }

  void remove(ServerWebExchange exchange) {
    send(exchange, "", Duration.ZERO);
  }

  private void send(ServerWebExchange exchange, String value, Duration age) {
    exchange
        .getResponse()
        .getCookies()
        .set(
            name,
            ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build());
  }

  /** The end is inside the seal: a browser may keep a cookie for as long as it likes. */
  private record Kept(long until, String content) {}
}
