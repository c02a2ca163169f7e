package io.herald.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class SealedCookieTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Seal SEAL = new Seal("a secret");
  private static final PagePerson ANN = new PagePerson("ann@example.com", "Ann", false, "");

  @Test
  void isReadableUntilItsEndAndNotAfter() {
    ResponseCookie given = given("herald");
    assertThat(read("herald", given, Duration.ofHours(8).minusMillis(1))).isEqualTo(ANN);
    // A browser may keep it for as long as it likes.
    assertThat(read("herald", given, Duration.ofHours(8))).isNull();
  }

  @Test
  void opensUnderItsOwnNameOnly() {
    assertThat(read("herald-login", given("herald"), Duration.ZERO)).isNull();
  }

  @Test
  void saysNothingToWhoeverKeepsItAndTravelsOnlyAsItShould() {
    ResponseCookie given = given("herald");
    assertThat(given.getValue()).doesNotContain("ann").matches("[A-Za-z0-9_-]+");
    assertThat(given.getName()).isEqualTo("__Host-herald");
    assertThat(given.isSecure() && given.isHttpOnly()).isTrue();
    assertThat(given.getSameSite()).isEqualTo("Lax");
    assertThat(given("herald").getValue()).isNotEqualTo(given.getValue());
  }

  private static ResponseCookie given(String name) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
    cookie(name, Duration.ZERO).write(exchange, ANN);
    return exchange.getResponse().getCookies().toSingleValueMap().values().iterator().next();
  }

  private static @Nullable PagePerson read(String name, ResponseCookie given, Duration later) {
    var request =
        MockServerHttpRequest.get("/").cookie(new HttpCookie("__Host-" + name, given.getValue()));
    return cookie(name, later).read(MockServerWebExchange.from(request)).orElse(null);
  }

  private static SealedCookie<PagePerson> cookie(String name, Duration later) {
    Clock clock = Clock.fixed(NOON.plus(later), ZoneOffset.UTC);
    return SealedCookie.of(name, PagePerson.class, Duration.ofHours(8), SEAL, true, clock);
  }
}
