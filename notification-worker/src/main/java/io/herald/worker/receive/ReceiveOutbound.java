package io.herald.worker.receive;

import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.runtime.kafka.DeadLetters;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.kafka.RecordHandler;
import io.herald.worker.deliver.DeliverMessage;
import io.herald.worker.deliver.Delivery;
import io.herald.worker.deliver.Ending;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Mono;

/** Takes an outbound message, has it delivered, and puts it aside when it can't be. */
final class ReceiveOutbound implements RecordHandler {

  private static final Logger log = LoggerFactory.getLogger(ReceiveOutbound.class);

  private final DeliverMessage deliverMessage;
  private final DeadLetters deadLetters;

  ReceiveOutbound(DeliverMessage deliverMessage, DeadLetters deadLetters) {
    this.deliverMessage = deliverMessage;
    this.deadLetters = deadLetters;
  }

  @Override
  public Mono<Void> handle(Received received) {
    long started = System.nanoTime();
    OutboundMessage message = Json.read(received.value(), OutboundMessage.class);
    return deliverMessage
        .deliver(message)
        .flatMap(delivery -> conclude(received, message, delivery, started));
  }

  private Mono<Void> conclude(
      Received received, OutboundMessage message, Delivery delivery, long started) {
    if (delivery.ending() instanceof Ending.Failed(var reason, var error)) {
      String what = message.id() + " to chat " + delivery.chat() + ": " + error;
      return deadLetters.bury(received, reason, what, delivery.attempts());
    }
    log(received, message, delivery, Duration.ofNanos(System.nanoTime() - started));
    return Mono.empty();
  }

  private static void log(
      Received received, OutboundMessage message, Delivery delivery, Duration took) {
    boolean lost = delivery.ending() instanceof Ending.Dropped;
    boolean notable = lost || received.trace().sampled();
    var line = log.atLevel(lost ? Level.WARN : notable ? Level.INFO : Level.DEBUG);
    received
        .trace()
        .log(() ->
            line.log(
                "Message {} of bot {} to chat {}: {}, attempts {}, {} ms",
                message.id(),
                message.bot(),
                delivery.chat(),
                delivery.ending().word(),
                delivery.attempts(),
                took.toMillis()));
  }
}
