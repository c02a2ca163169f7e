package io.herald.system.notify;

import io.herald.system.emulator.Emulator;
import io.herald.system.emulator.Emulator.Outgoing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What Telegram has accepted of some messages, counted by what tells them apart. The emulator keeps
 * its newest 120,000 messages: where there are more, this has to be asked before they are gone.
 */
public final class Delivered {

  private final Emulator emulator;
  private final Function<Outgoing, String> name;
  private final Predicate<String> isWanted;
  private final Map<String, Integer> copies = new HashMap<>();
  private long seen;

  private Delivered(
      Emulator emulator, Function<Outgoing, String> name, Predicate<String> isWanted) {
    this.emulator = emulator;
    this.name = name;
    this.isWanted = isWanted;
  }

  /** Messages that have a text of their own. */
  static Delivered byText(Emulator emulator, Set<String> texts) {
    return new Delivered(emulator, Delivered::text, texts::contains);
  }

  /** Messages that have a text of their own, which begins like that. */
  public static Delivered byPrefix(Emulator emulator, String prefix) {
    return new Delivered(emulator, Delivered::text, text -> text.startsWith(prefix));
  }

  /** One message of that text to each of many chats. */
  static Delivered byChat(Emulator emulator, String text, List<Long> chats) {
    Set<String> wanted = chats.stream().map(String::valueOf).collect(Collectors.toSet());
    return new Delivered(
        emulator,
        message -> text.equals(message.text()) ? "" + message.chat() : "",
        wanted::contains);
  }

  private static String text(Outgoing message) {
    return String.valueOf(message.text());
  }

  private Map<String, Integer> copies() {
    for (Outgoing each : emulator.outgoingSince(seen)) {
      // A page that was taken while messages came in may be followed by one that begins earlier.
      if (each.seq() > seen) {
        seen = each.seq();
        String found = name.apply(each);
        if (isWanted.test(found)) {
          copies.merge(found, 1, Integer::sum);
        }
      }
    }
    return copies;
  }

  /** How many different ones have arrived. */
  public int distinct() {
    return copies().size();
  }

  /** How many further copies have arrived. */
  public int duplicates() {
    Map<String, Integer> now = copies();
    return now.values().stream().mapToInt(Integer::intValue).sum() - now.size();
  }
}
