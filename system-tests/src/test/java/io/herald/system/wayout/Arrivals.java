package io.herald.system.wayout;

import io.herald.model.topic.Lane;
import io.herald.system.emulator.Emulator.Outgoing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a broadcast the chats got.
 *
 * @param delivered distinct messages
 * @param duplicates further copies
 * @param reordered messages that came after a later one of their chat and lane; a message's second
 *     appearance is a duplicate and not counted here
 */
record Arrivals(int delivered, int duplicates, int reordered) {

  private record Row(long chat, Lane lane) {}

  /**
   * Counts.
   *
   * @param accepted all messages that the emulator accepted, in that order
   */
  static Arrivals of(Broadcast broadcast, List<Outgoing> accepted) {
    Set<Planned> planned = Set.copyOf(broadcast.messages());
    Set<Planned> seen = new HashSet<>();
    Map<Row, Integer> newest = new HashMap<>();
    int duplicates = 0;
    int reordered = 0;
    for (Outgoing each : accepted) {
      Planned message = Planned.of(each).filter(planned::contains).orElse(null);
      if (message == null) {
        continue;
      }
      if (!seen.add(message)) {
        duplicates++;
        continue;
      }
      Row row = new Row(message.chat(), message.lane());
      int last = newest.merge(row, message.number(), Math::max);
      reordered += last > message.number() ? 1 : 0;
    }
    return new Arrivals(seen.size(), duplicates, reordered);
  }
}
