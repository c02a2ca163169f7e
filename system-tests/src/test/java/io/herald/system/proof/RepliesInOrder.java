package io.herald.system.proof;

import io.herald.system.emulator.Emulator.Outgoing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the order in which each chat got its replies. */
final class RepliesInOrder {

  private static final Pattern NUMBER = Pattern.compile("/n(\\d+)");

  private RepliesInOrder() {}

  /**
   * How many replies came after one to a later question of the same chat. The users' questions are
   * numbered in ascending order. A reply's second appearance is a duplicate and not counted here.
   */
  static int overtaken(List<Outgoing> sent) {
    Map<Long, Integer> newest = new HashMap<>();
    Set<Integer> seen = new HashSet<>();
    int overtaken = 0;
    for (Outgoing message : sent) {
      Matcher number = NUMBER.matcher(message.text() == null ? "" : message.text());
      if (number.find() && seen.add(Integer.parseInt(number.group(1)))) {
        int current = Integer.parseInt(number.group(1));
        int before = newest.merge(message.chat(), current, Math::max);
        overtaken += current < before ? 1 : 0;
      }
    }
    return overtaken;
  }
}
