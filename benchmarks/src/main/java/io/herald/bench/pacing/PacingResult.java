package io.herald.bench.pacing;

import static io.herald.bench.report.TextTable.number;

import io.herald.bench.report.Goal;
import io.herald.bench.report.TextTable;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that a run of the benchmark found out; written as JSON as it is. */
record PacingResult(
    Instant at,
    Machine machine,
    PacingOptions options,
    Ideal ideal,
    List<PacingFigures> figures,
    List<Goal> goals) {

  static PacingResult of(
      Instant at,
      Machine machine,
      PacingOptions options,
      Workload workload,
      List<PacingFigures> figures) {
    List<Goal> goals = new ArrayList<>();
    figures.stream().filter(one -> one.subject().isHerald()).forEach(one -> judge(one, goals));
    return new PacingResult(at, machine, options, Ideal.of(workload), figures, List.copyOf(goals));
  }

  private static void judge(PacingFigures one, List<Goal> goals) {
    String name = one.subject().title;
    double ratio = one.makespanToIdeal();
    goals.add(new Goal(name + ": makespan ÷ ideal ≤ 1.02", number(ratio, 3), ratio <= 1.02));
    goals.add(Goal.none(name + ": 429s", one.tooManyRequests()));
    goals.add(Goal.atMost(name + ": replies p99 ≤ 500 ms", one.replyP99Millis(), 500));
    goals.add(Goal.none(name + ": out of order", one.reordered()));
    goals.add(Goal.none(name + ": duplicates", one.duplicates()));
    goals.add(Goal.none(name + ": missing", one.missing()));
  }

  /** Whether Herald delivered all, once. */
  boolean complete() {
    return figures.stream()
        .filter(one -> one.subject().isHerald())
        .allMatch(one -> one.missing() == 0);
  }

  String describe() {
    return String.format(
        """

        %s
        %d private chats with one message, %d groups with %d; meanwhile %d replies to further chats, %d ms apart
        Telegram takes %s per bot, %s per chat, %s per group
        %s
              = max(%.2f, %.2f, %.2f) = %.2f s

        %s
        Seconds from the start of the broadcast to the acceptance of the last message that was not lost. Replies: ms from asked for
        to accepted.
        %s\
        """,
        machine.describe(),
        options.chats(),
        options.groups(),
        options.groupMessages(),
        options.replies(),
        options.everyMillis(),
        Ideal.GLOBAL,
        Ideal.CHAT,
        Ideal.GROUP,
        Ideal.FORMULA,
        ideal.botSeconds(),
        ideal.groupSeconds(),
        ideal.askedSeconds(),
        ideal.seconds(),
        table(),
        goals.isEmpty() ? "" : "\n" + Goal.describe(goals));
  }

  private String table() {
    TextTable table =
        new TextTable(
            "subject",
            "seconds",
            "÷ ideal",
            "429s",
            "reply p50",
            "p99",
            "max",
            "out of order",
            "duplicates",
            "missing");
    for (PacingFigures one : figures) {
      table.row(
          one.subject().title,
          number(one.makespanSeconds(), 2),
          number(one.makespanToIdeal(), 3),
          number(one.tooManyRequests(), 0),
          number(one.replyP50Millis(), 0),
          number(one.replyP99Millis(), 0),
          number(one.replyMaxMillis(), 0),
          number(one.reordered(), 0),
          number(one.duplicates(), 0),
          number(one.missing(), 0));
    }
    return table.render();
  }
}
