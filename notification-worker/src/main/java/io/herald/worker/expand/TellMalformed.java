package io.herald.worker.expand;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.message.MessageIds;
import io.herald.model.message.Part;
import io.herald.model.topic.Lane;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.kafka.Received;
import io.herald.worker.report.TellDelivery;
import io.herald.worker.report.TellDelivery.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells that a record is no notification, where at least its id can be read. */
final class TellMalformed {

  /** All that is asked of the record. */
  private record Named(@Nullable String id) {}

  private final TellDelivery tell;

  TellMalformed(TellDelivery tell) {
    this.tell = tell;
  }

  /** Completes when it is told, or when there is nobody to tell it of. */
  Mono<Void> tell(Received received, MalformedRecord problem, Instant now) {
    return Mono.justOrEmpty(id(received.value()))
        .map(id -> Told.of(event(id, String.valueOf(problem.getMessage()), now)))
        .flatMap(told -> tell.durably(told).doOnSuccess(_ -> tell.log(told)));
  }

  private static Optional<String> id(byte[] json) {
    try {
      return Optional.ofNullable(Json.read(json, Named.class).id()).filter(ReadNotification::isId);
    } catch (MalformedRecord _) {
      return Optional.empty();
    }
  }

  private static DeliveryEvent event(String id, String problem, Instant now) {
    return new DeliveryEvent(
        DeliveryEvent.SCHEMA_VERSION,
        id,
        MessageIds.notification(id, "nobody", 0),
        Part.ONLY,
        "",
        "",
        Lane.STANDARD,
        DeliveryStatus.FAILED,
        0,
        0,
        List.of(),
        "malformed",
        problem,
        List.of(),
        now,
        null,
        1);
  }
}
