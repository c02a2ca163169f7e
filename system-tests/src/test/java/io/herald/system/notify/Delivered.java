package io.herald.system.notify;

import io.herald.system.emulator.Emulator;
import io.herald.system.emulator.Emulator.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What Telegram has accepted of some messages, counted by what tells them apart. */
public final class Delivered {

  private final Emulator emulator;
  private final Function<Outgoing, String> name;
  private final Set<String> wanted;
  private final List<Outgoing> accepted = new ArrayList<>();

  private Delivered(Emulator emulator, Set<String> wanted, Function<Outgoing, String> name) {
    this.emulator = emulator;
    this.wanted = wanted;
    this.name = name;
  }

  /** Messages that have a text of their own. */
  public static Delivered byText(Emulator emulator, Set<String> texts) {
    return new Delivered(emulator, texts, message -> String.valueOf(message.text()));
  }

  /** One message of that text to each of many chats. */
  static Delivered byChat(Emulator emulator, String text, List<Long> chats) {
    Set<String> wanted = chats.stream().map(String::valueOf).collect(Collectors.toSet());
    return new Delivered(
        emulator, wanted, message -> text.equals(message.text()) ? "" + message.chat() : "");
  }

  private Map<String, Long> counts() {
    long seen = accepted.isEmpty() ? 0 : accepted.getLast().seq();
    for (Outgoing each : emulator.outgoingSince(seen)) {
      // A page that was taken while messages came in may be followed by one that begins earlier.
      if (accepted.isEmpty() || each.seq() > accepted.getLast().seq()) {
        accepted.add(each);
      }
    }
    return accepted.stream()
        .map(name)
        .filter(wanted::contains)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** How many different ones have arrived. */
  public int distinct() {
    return counts().size();
  }

  /** How many further copies have arrived. */
  public int duplicates() {
    Map<String, Long> counts = counts();
    return (int) (counts.values().stream().mapToLong(Long::longValue).sum() - counts.size());
  }
}
