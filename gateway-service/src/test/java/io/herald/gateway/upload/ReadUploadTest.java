package io.herald.gateway.upload;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ReadUploadTest {

  private final UploadRoom room = UploadRoom.ofBytes(10);
  private final ReadUpload read = new ReadUpload(room, 10);

  @Test
  void whoStandsStillGivesTheRoomToOthers() {
    StepVerifier.withVirtualTime(() -> read.file(request(begun()), Mono::just))
        .expectSubscription()
        .expectNoEvent(ReadUpload.STALL.minusMillis(1))
        .thenAwait(Duration.ofMillis(1))
        .expectError(ReadUpload.Stalled.class)
        .verify();

    StepVerifier.create(room.within(10, () -> Mono.just("x"))).expectNext("x").verifyComplete();
  }

  private static Flux<DataBuffer> begun() {
    DataBuffer first = DefaultDataBufferFactory.sharedInstance.wrap(new byte[] {1});
    return Flux.concat(Mono.just(first), Mono.never());
  }

  private static ServerRequest request(Flux<DataBuffer> body) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/").body(body));
    return ServerRequest.create(exchange, HandlerStrategies.withDefaults().messageReaders());
  }
}
