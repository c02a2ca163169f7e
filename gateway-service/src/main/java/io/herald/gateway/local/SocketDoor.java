package io.herald.gateway.local;

import io.herald.runtime.access.Caller;
import io.herald.runtime.access.Scope;
import io.herald.runtime.problem.Problem;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * What the socket lets in: sending, and asking how things are. Who reaches it needs no key, because
 * the file's mode is the guard.
 */
final class SocketDoor implements HttpHandler {

  private static final Set<String> PATHS =
      Set.of("/send", "/send_photo", "/health", "/api/notifications", "/api/blobs");
  private static final Caller SOCKET = new Caller("socket", Set.of(Scope.NOTIFY_SEND));
  private static final byte[] NOTHING =
      new Problem(HttpStatus.NOT_FOUND, "the socket has " + String.join(", ", PATHS)).json();

  private final HttpHandler gateway;

  SocketDoor(HttpHandler gateway) {
    this.gateway = gateway;
  }

  @Override
  public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
    if (PATHS.contains(request.getPath().value())) {
      return SOCKET.vouchFor(gateway.handle(request, response));
    }
    response.setStatusCode(HttpStatus.NOT_FOUND);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setContentLength(NOTHING.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(NOTHING)));
  }
}
