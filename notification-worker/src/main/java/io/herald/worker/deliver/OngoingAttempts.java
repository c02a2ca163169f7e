package io.herald.worker.deliver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The attempts under way in this process. One that has begun goes on to its end and is noted, even
 * when nobody waits for it any longer because its partition was taken away; whoever comes with the
 * same message meanwhile joins it instead of sending it beside.
 */
final class OngoingAttempts {

  private final Map<String, Mono<Step>> ongoing = new ConcurrentHashMap<>();

  // Removed before its step is handed on: the attempt that follows must not find this one.
  Mono<Step> join(String id, Supplier<Mono<Step>> attempt) {
    return Mono.defer(() ->
        ongoing.computeIfAbsent(
            id, _ -> Mono.defer(attempt).doOnTerminate(() -> ongoing.remove(id)).cache()));
  }
}
