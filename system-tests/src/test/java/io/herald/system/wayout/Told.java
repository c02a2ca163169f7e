package io.herald.system.wayout;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.system.emulator.Emulator.Outgoing;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the deliveries topic says about a broadcast.
 *
 * @param ids of its messages
 * @param events those of its messages, in no order across messages
 */
record Told(Set<String> ids, List<DeliveryEvent> events) {

  static Told of(Broadcast broadcast, List<DeliveryEvent> all) {
    Set<String> ids = broadcast.ids();
    return new Told(ids, all.stream().filter(event -> ids.contains(event.messageId())).toList());
  }

  /** Messages whose end was told. */
  int ended() {
    Set<String> ended = new HashSet<>();
    events.stream()
        .filter(event -> event.status().isFinal())
        .forEach(event -> ended.add(event.messageId()));
    return ended.size();
  }

  /** Messages of which that was told. */
  int with(DeliveryStatus status, String errorClass) {
    Set<String> ids = new HashSet<>();
    events.stream()
        .filter(event -> event.status() == status && errorClass.equals(event.errorClass()))
        .forEach(event -> ids.add(event.messageId()));
    return ids.size();
  }

  /**
   * Messages in a worker's hands at that moment: the emulator had accepted them, and that they were
   * sent was not told. Only of these it can be unknown, after a crash, that they arrived: what is
   * told was noted before.
   */
  int inHand(List<Outgoing> accepted, Instant moment) {
    Map<String, Instant> sent = new HashMap<>();
    events.stream()
        .filter(event -> event.status() == DeliveryStatus.SENT)
        .forEach(
            event -> sent.merge(event.messageId(), event.at(), (a, b) -> a.isBefore(b) ? a : b));
    Set<String> inHand = new HashSet<>();
    for (Outgoing each : accepted) {
      if (each.atMs() <= moment.toEpochMilli()) {
        Planned.of(each)
            .map(Planned::id)
            .filter(ids::contains)
            .filter(id -> sent.getOrDefault(id, Instant.MAX).isAfter(moment))
            .ifPresent(inHand::add);
      }
    }
    return inHand.size();
  }
}
