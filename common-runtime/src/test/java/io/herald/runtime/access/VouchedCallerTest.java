package io.herald.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Requests that came in by a way that is guarded itself. */
class VouchedCallerTest {

  private static final Caller SOCKET = new Caller("socket", Set.of(Scope.NOTIFY_SEND));

  private final Access access =
      Asking.of("", new JwtSettings(null, null, null, null, null)).access();

  @Test
  void needNoProofEvenWhereNoneIsConfigured() {
    assertThat(status(access.require(Scope.NOTIFY_SEND), true)).isEqualTo(HttpStatus.OK);
    assertThat(status(access.require(Scope.NOTIFY_SEND), false)).isEqualTo(HttpStatus.FORBIDDEN);
  }

  @Test
  void mayDoNoMoreThanWhoVouchesSays() {
    assertThat(status(access.require(Scope.ADMIN), true)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(status(access.requirePerson(), true)).isEqualTo(HttpStatus.FORBIDDEN);
  }

  private static Object status(
      HandlerFilterFunction<ServerResponse, ServerResponse> guard, boolean vouched) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/send"));
    Mono<Void> handling =
        guard
            .filter(ServerRequest.create(exchange, List.of()), _ -> ServerResponse.ok().build())
            .doOnNext(answer -> exchange.getResponse().setStatusCode(answer.statusCode()))
            .then();
    (vouched ? SOCKET.vouchFor(handling) : handling).block();
    return exchange.getResponse().getStatusCode();
  }
}
