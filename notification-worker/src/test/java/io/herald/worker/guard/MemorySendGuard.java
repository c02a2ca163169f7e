package io.herald.worker.guard;

import io.herald.model.message.OutboundMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** The guard without Redis; it obeys the same contract. */
public final class MemorySendGuard implements SendGuard {

  private final Map<String, Claim> states = new ConcurrentHashMap<>();

  @Override
  public Mono<Claim> claim(OutboundMessage message) {
    return Mono.fromSupplier(() -> {
      Claim earlier = states.putIfAbsent(message.id(), Claim.UNCERTAIN);
      return earlier == null ? Claim.FREE : earlier;
    });
  }

  @Override
  public Mono<Void> sent(OutboundMessage message) {
    return Mono.fromRunnable(() -> states.put(message.id(), Claim.SENT));
  }

  @Override
  public Mono<Void> release(OutboundMessage message) {
    return Mono.fromRunnable(() -> states.remove(message.id(), Claim.UNCERTAIN));
  }
}
