package io.herald.bench.send;

import static io.herald.bench.report.TextTable.number;

import io.herald.bench.report.Figures;
import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a run of the benchmark found out; written as JSON as it is.
 *
 * @param heap empty when it was not measured
 */
record SendResult(
    Instant at,
    Machine machine,
    SendOptions options,
    List<SendSummary> summaries,
    Optional<WaitingHeap> heap,
    List<Goal> goals,
    List<Round> rounds) {

  static SendResult of(
      Instant at,
      Machine machine,
      SendOptions options,
      List<Round> rounds,
      Optional<WaitingHeap> heap) {
    List<SendSummary> summaries =
        options.senders(0).stream().map(sender -> SendSummary.of(sender, rounds)).toList();
    return new SendResult(
        at, machine, options, summaries, heap, goals(summaries, heap), List.copyOf(rounds));
  }

  private static List<Goal> goals(List<SendSummary> summaries, Optional<WaitingHeap> heap) {
    List<Goal> goals = new ArrayList<>();
    find(summaries, Part.HERALD)
        .ifPresent(herald -> {
          find(summaries, Part.BARE)
              .ifPresent(bare ->
                  goals.add(
                      Goal.atLeast(
                          "Herald ≥ 0.7 × bare telegrambots-client",
                          Figures.ratio(herald.perSecond(), bare.perSecond()),
                          0.7)));
          goals.add(Goal.none("duplicates", herald.duplicates()));
          goals.add(Goal.none("missing", herald.missing()));
        });
    heap.ifPresent(one ->
        goals.add(
            Goal.atMost(
                "heap with %,d messages waiting ≤ 256 MB".formatted(one.waiting()),
                one.most(),
                256)));
    return List.copyOf(goals);
  }

  private static Optional<SendSummary> find(List<SendSummary> summaries, Part sender) {
    return summaries.stream().filter(one -> one.sender() == sender).findFirst();
  }

  /** Whether Herald delivered all. */
  boolean complete() {
    return summaries.stream().allMatch(one -> one.missing() == 0);
  }

  String describe() {
    StringBuilder text = new StringBuilder();
    text.append('\n').append(machine.describe()).append('\n');
    if (!summaries.isEmpty()) {
      text.append(settings()).append("\n\n").append(table());
      text.append("CPU is µs per message: of the sender, and of what it uses.\n");
    }
    heap.ifPresent(one -> text.append(describe(one)));
    return goals.isEmpty()
        ? text.toString()
        : text.append('\n').append(Goal.describe(goals)).toString();
  }

  private String settings() {
    return String.format(
        "median of %d rounds of %,d messages to %,d private chats, %d rounds before them, %d calls"
            + " at once, no limits, %s lane",
        options.rounds(),
        options.messages(),
        options.chats(),
        options.warmup(),
        options.calls(),
        options.lane().word());
  }

  private String table() {
    TextTable table =
        new TextTable(
            "sender", "messages/s", "CPU", "redis", "broker", "emulator", "all", "Herald ÷");
    double herald = find(summaries, Part.HERALD).map(SendSummary::perSecond).orElse(Double.NaN);
    for (SendSummary one : summaries) {
      table.row(
          one.sender().title,
          number(one.perSecond(), 0),
          number(one.cpu("sender"), 1),
          number(one.cpu("redis"), 1),
          number(one.cpu("broker"), 1),
          number(one.cpu("emulator"), 1),
          number(one.allCpu(), 1),
          number(Figures.ratio(herald, one.perSecond()), 2));
    }
    return table.render();
  }

  private static String describe(WaitingHeap heap) {
    return String.format(
        "Heap of a worker after a full collection: %s MB idle, at most %s MB with %,d messages"
            + " waiting.%n",
        number(heap.idle(), 1), number(heap.most(), 1), heap.waiting());
  }
}
