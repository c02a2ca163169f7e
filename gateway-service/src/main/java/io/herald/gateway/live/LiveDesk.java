package io.herald.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.runtime.access.Caller;
import io.herald.runtime.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens live streams: as server-sent events, or over a WebSocket with the same JSON. */
final class LiveDesk {

  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final String AFTER = "after";
  private static final Pattern ID = Pattern.compile("[0-9]{1,15}-[0-9]{1,9}");
  private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS =
      new ParameterizedTypeReference<>() {};
  private static final ServerSentEvent<String> COMMENT =
      ServerSentEvent.<String>builder().comment("").build();

  private static final Problem NO_ID =
      new Problem(
          HttpStatus.BAD_REQUEST,
          "Last-Event-ID and after must be the id of an event, such as 1767225600000-0");
  private static final Problem TOO_MANY =
      new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many streams of this person are open already");
  private static final Problem UNAVAILABLE =
      new Problem(HttpStatus.SERVICE_UNAVAILABLE, "streams can't be opened at the moment");
  private static final Map<String, String> SOON = Map.of(HttpHeaders.RETRY_AFTER, "2");

  private final LiveStreams streams;
  private final WebSocketService sockets;

  LiveDesk(LiveStreams streams, WebSocketService sockets) {
    this.streams = streams;
    this.sockets = sockets;
  }

  Mono<ServerResponse> events(ServerRequest request) {
    return open(request, LiveDesk::answer);
  }

  Mono<ServerResponse> socket(ServerRequest request) {
    return open(request, stream -> upgrade(request, stream));
  }

  private Mono<ServerResponse> open(
      ServerRequest request, Function<Flux<Sign>, Mono<ServerResponse>> answer) {
    String user = Caller.person(request);
    Optional<String> after =
        request
            .queryParam(AFTER)
            .or(() -> Optional.ofNullable(request.headers().firstHeader(LAST_EVENT_ID)))
            .filter(id -> !id.isEmpty());
    if (after.isPresent() && !ID.matcher(after.get()).matches()) {
      return NO_ID.answer();
    }
    if (!streams.isOpen()) {
      return UNAVAILABLE.answer(SOON);
    }
    return streams.hasRoom(user)
        ? streams
            .open(user, Mono.justOrEmpty(after))
            .map(Optional::of)
            .onErrorReturn(Optional.empty())
            .flatMap(stream -> stream.map(answer).orElseGet(() -> UNAVAILABLE.answer(SOON)))
        : TOO_MANY.answer(SOON);
  }

  private static Mono<ServerResponse> answer(Flux<Sign> stream) {
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        // Proxies that buffer would keep the events to themselves.
        .header("X-Accel-Buffering", "no")
        .body(stream.map(LiveDesk::event).startWith(COMMENT), EVENTS);
  }

  private static ServerSentEvent<String> event(Sign sign) {
    return switch (sign) {
      case Sign.Heartbeat _ -> COMMENT;
      case Sign.Changed(var change) ->
          ServerSentEvent.builder(new String(Json.write(change), UTF_8))
              .id(change.id())
              .event("notification")
              .build();
    };
  }

  // The handshake is the answer: nothing is left to be written.
  private Mono<ServerResponse> upgrade(ServerRequest request, Flux<Sign> stream) {
    return sockets
        .handleRequest(request.exchange(), session -> serve(session, stream))
        .then(Mono.empty());
  }

  private static Mono<Void> serve(WebSocketSession session, Flux<Sign> stream) {
    Mono<Void> sent =
        session
            .send(stream.map(sign -> message(session, sign)))
            .then(session.close(CloseStatus.SERVICE_RESTARTED));
    return Mono.firstWithSignal(sent, session.receive().then());
  }

  private static WebSocketMessage message(WebSocketSession session, Sign sign) {
    return switch (sign) {
      case Sign.Heartbeat _ -> session.pingMessage(buffers -> buffers.wrap(new byte[0]));
      case Sign.Changed(var change) -> session.textMessage(new String(Json.write(change), UTF_8));
    };
  }
}
