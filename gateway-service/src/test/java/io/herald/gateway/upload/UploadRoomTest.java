package io.herald.gateway.upload;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class UploadRoomTest {

  private final UploadRoom room = UploadRoom.ofBytes(10);

  @Test
  void refusesWhatDoesNotFitAndGivesRoomBack() {
    Sinks.One<String> kafka = Sinks.one();
    StepVerifier first =
        StepVerifier.create(room.within(6, kafka::asMono))
            .expectNext("a")
            .expectComplete()
            .verifyLater();

    StepVerifier.create(room.within(5, () -> Mono.just("b"))).verifyError(UploadRoom.NoRoom.class);
    StepVerifier.create(room.within(4, () -> Mono.just("c"))).expectNext("c").verifyComplete();
    kafka.tryEmitValue("a");
    first.verify();

    StepVerifier.create(room.within(10, () -> Mono.just("d"))).expectNext("d").verifyComplete();
  }

  @Test
  void givesRoomBackAfterAFailure() {
    StepVerifier.create(room.within(10, () -> Mono.error(new IllegalStateException())))
        .verifyError(IllegalStateException.class);

    StepVerifier.create(room.within(10, () -> Mono.just("x"))).expectNext("x").verifyComplete();
  }
}
