package io.herald.emulator.api;

import io.herald.emulator.fault.Fault;
import io.herald.emulator.journal.Journal;
import io.herald.emulator.journal.MethodCounts;
import io.herald.emulator.journal.RequestEntry;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Notes every call with its outcome. */
public final class RequestJournal {
  private final Clock clock;
  private final Journal<RequestEntry> entries;
  private final MethodCounts counts;
  private final Map<String, String> names;

  /**
   * Creates the journal.
   *
   * @param methodNames as Telegram writes them; others are counted as {@code unknown}
   */
  public RequestJournal(
      Clock clock, Journal<RequestEntry> entries, MethodCounts counts, Set<String> methodNames) {
    this.clock = clock;
    this.entries = entries;
    this.counts = counts;
    this.names = new TreeMap<>();
    methodNames.forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
  }

  void note(
      long bot,
      String method,
      Parameters parameters,
      Reply reply,
      @Nullable Fault fault,
      @Nullable String traceparent,
      long startNanos) {
    int status = status(reply);
    String name = names.getOrDefault(method.toLowerCase(Locale.ROOT), "unknown");
    counts.add(name, status);
    long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos);
    String faultName = fault == null ? null : fault.kind().name().toLowerCase(Locale.ROOT);
    entries.add(seq ->
        new RequestEntry(
            seq,
            clock.millis(),
            bot,
            name,
            parameters.chatId(),
            status,
            description(reply),
            micros,
            traceparent,
            faultName));
  }

  private static int status(Reply reply) {
    return switch (reply) {
      case Reply.Answered(Answer answer) -> answer.status();
      case Reply.HtmlPage(int status) -> status;
      case Reply.Hanging hanging -> 0;
      case Reply.Cut cut -> 0;
    };
  }

  private static @Nullable String description(Reply reply) {
    return reply instanceof Reply.Answered(Answer answer) && !answer.isOk()
        ? answer.description()
        : null;
  }
}
