package io.herald.bench.ingest;

import io.herald.bench.load.RecordCheck;
import io.herald.bench.report.Figures;
import io.herald.bench.report.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the front door has to reach at 100 connections. Goals that need a subject that did not run
 * are left out.
 */
final class IngestGoals {
  static final int CONNECTIONS = 100;

  private final List<Summary> summaries;
  private final List<Goal> goals = new ArrayList<>();

  private IngestGoals(List<Summary> summaries) {
    this.summaries = summaries;
  }

  static List<Goal> judge(
      List<Summary> summaries, Map<Subject, Double> peakMegabytes, List<RecordCheck> records) {
    IngestGoals goals = new IngestGoals(summaries);
    goals.find(Subject.HERALD).ifPresent(herald -> goals.judge(herald, peakMegabytes));
    records.stream()
        .filter(check -> check.subject().equals(Subject.HERALD.key))
        .forEach(goals::judgeRecords);
    return List.copyOf(goals.goals);
  }

  private void judge(Summary herald, Map<Subject, Double> peakMegabytes) {
    atLeast(herald, Subject.BARE, 0.5);
    atLeast(herald, Subject.GRAMMY_DURABLE, 4);
    Subject.all().stream()
        .filter(Subject::inMemory)
        .forEach(subject -> atLeast(herald, subject, 1));
    goals.add(Goal.atMost("Herald's p99 ≤ 25 ms", herald.p99Millis(), 25));
    goals.add(
        Goal.atMost(
            "Herald's memory ≤ 350 MB",
            peakMegabytes.getOrDefault(Subject.HERALD, Double.NaN),
            350));
    goals.add(Goal.atMost("no errors at Herald", herald.errors(), 0));
  }

  private void atLeast(Summary herald, Subject other, double bound) {
    find(other)
        .ifPresent(summary ->
            goals.add(
                Goal.atLeast(
                    "Herald ≥ " + bound + " × " + other.title,
                    Figures.ratio(herald.updatesPerSecond(), summary.updatesPerSecond()),
                    bound)));
  }

  private void judgeRecords(RecordCheck check) {
    goals.add(
        new Goal(
            "every acknowledged update is in Kafka",
            String.format(
                "%,d of %,d",
                Math.min(check.records(), check.acknowledged()), check.acknowledged()),
            check.holds()));
  }

  private Optional<Summary> find(Subject subject) {
    return IngestResult.find(summaries, subject, CONNECTIONS);
  }
}
