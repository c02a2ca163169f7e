package io.herald.scheduler.due;

import io.herald.model.schedule.Payload;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.kafka.TryAgainLater;
import io.lettuce.core.RedisException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Fires payloads of every kind. */
final class Payloads {

  private static final Logger log = LoggerFactory.getLogger(Payloads.class);

  private final List<FirePayload<?>> all;

  Payloads(List<FirePayload<?>> all) {
    this.all = List.copyOf(all);
  }

  /** Fails only when it may work later; what never will is told as failed. */
  Mono<Fired> fire(Firing firing) {
    Payload payload = firing.schedule().payload();
    return all.stream()
        .filter(it -> it.kind().isInstance(payload))
        .findFirst()
        .map(it -> Mono.defer(() -> fire(it, payload, firing)))
        .orElseGet(() -> Mono.just(Fired.failed("nothing here fires a " + payload.kind())))
        .onErrorResume(error -> !mayWorkLater(error), error -> Mono.just(failed(firing, error)));
  }

  private static <P extends Payload> Mono<Fired> fire(
      FirePayload<P> it, Payload payload, Firing firing) {
    return it.fire(it.kind().cast(payload), firing);
  }

  /** Whether Kafka or Redis was away, or slow. */
  static boolean mayWorkLater(Throwable error) {
    return error instanceof TryAgainLater
        || error instanceof RedisException
        || error instanceof TimeoutException
        || PublishRecord.mayWorkLater(error);
  }

  // The text of an error that nobody foresaw may quote the payload: its kind has to do.
  private static Fired failed(Firing firing, Throwable error) {
    String kind = error.getClass().getSimpleName();
    firing.trace().log(() -> log.warn("{} can't be fired: {}", firing.id(), kind));
    return Fired.failed("it could not be fired (" + kind + ")");
  }
}
