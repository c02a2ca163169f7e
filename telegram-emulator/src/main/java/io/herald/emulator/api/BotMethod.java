package io.herald.emulator.api;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One method of the Bot API; it may throw a {@link Refusal}. */
interface BotMethod {
  Mono<Answer> call(Call call);

  /** A method that answers at once. */
  static BotMethod direct(Function<Call, Answer> method) {
    return call -> Mono.just(method.apply(call));
  }
}
