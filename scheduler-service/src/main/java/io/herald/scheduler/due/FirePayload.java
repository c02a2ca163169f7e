package io.herald.scheduler.due;

import io.herald.model.schedule.Payload;
import reactor.core.publisher.Mono;

/**
 * Makes happen what a schedule stands for; one for each kind of payload, made as a bean.
 *
 * @param <P> that kind
 */
public interface FirePayload<P extends Payload> {

  /** The kind of payload that it fires. */
  Class<P> kind();

  /**
   * Makes it happen. The same fire may come again, after a crash or a failure, also in two replicas
   * at once: whatever is published has ids that are made of {@link Firing#id}.
   *
   * @return what came of it, when all that follows from it is durable; within three seconds, so
   *     nothing is waited for that takes longer. Kafka or Redis away, or an error that says {@code
   *     TryAgainLater}: it fails so, and is tried again. Any other error is told as the failure of
   *     this due time, and the next one is waited for
   */
  Mono<Fired> fire(P payload, Firing firing);
}
