package io.herald.system.wayout;

import io.herald.system.emulator.Emulator;
import io.herald.system.stack.People;
import java.util.List;
import java.util.stream.LongStream;

/** Chats that the emulator knows and that nobody has written to. */
final class Audience {

  // Where Telegram's supergroups begin, downwards.
  private static final long GROUPS = -1_000_000_000_000L;

  private Audience() {}

  /** So many people. */
  static List<Long> people(Emulator emulator, int count) {
    long first = People.crowd(count);
    emulator.welcome(first, count);
    return LongStream.range(first, first + count).boxed().toList();
  }

  /** So many groups. */
  static List<Long> groups(Emulator emulator, int count) {
    long first = GROUPS - People.crowd(count) - count;
    List<Long> groups = LongStream.range(first, first + count).boxed().toList();
    groups.forEach(emulator::gather);
    return groups;
  }
}
