package io.herald.runtime.history;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many messages of a notification are in which state.
 *
 * @param counts messages by state; none where there are none
 * @param total how many messages there will be; null: not known yet
 */
record Tally(Map<MessageState, Integer> counts, @Nullable Integer total) {

  /** Of these messages, whose number is known. */
  static Tally of(Collection<MessageView> messages) {
    Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
    messages.forEach(message -> counts.merge(message.status(), 1, Integer::sum));
    int parts = messages.stream().mapToInt(message -> message.part().count()).max().orElse(0);
    return new Tally(counts, parts == 0 ? null : Math.max(parts, messages.size()));
  }

  int count(MessageState state) {
    return counts.getOrDefault(state, 0);
  }

  int known() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether it is known that messages are missing. */
  boolean lacksSome() {
    return total != null && known() < total;
  }

  /** Whether it is known that none is missing. */
  boolean isComplete() {
    return total != null && known() >= total;
  }
}
