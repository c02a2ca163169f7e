package io.herald.bench.ingest;

import io.herald.bench.load.RecordCheck;
import io.herald.bench.report.Figures;
import io.herald.bench.report.Goal;
import io.herald.bench.run.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run of the benchmark found out; written as JSON as it is.
 *
 * @param peakMegabytes memory of each subject, MB of 10^6 bytes
 */
record IngestResult(
    Instant at,
    Machine machine,
    IngestOptions options,
    List<Summary> summaries,
    Map<Subject, Double> peakMegabytes,
    List<RecordCheck> records,
    List<Goal> goals,
    List<Measurement> measurements) {

  static IngestResult of(
      Instant at,
      Machine machine,
      IngestOptions options,
      List<Measurement> measurements,
      Map<Subject, Double> peakMegabytes,
      List<RecordCheck> records) {
    List<Summary> summaries = Summary.of(measurements);
    List<Goal> goals = IngestGoals.judge(summaries, peakMegabytes, records);
    return new IngestResult(
        at, machine, options, summaries, peakMegabytes, records, goals, measurements);
  }

  /**
   * Herald's updates per second divided by those of another subject at as many connections; NaN
   * when one is missing.
   */
  double heraldDividedBy(Summary other) {
    return summaries.stream()
        .filter(one -> one.subject() == Subject.HERALD)
        .filter(one -> one.connections() == other.connections())
        .findFirst()
        .map(herald -> Figures.ratio(herald.updatesPerSecond(), other.updatesPerSecond()))
        .orElse(Double.NaN);
  }

  boolean nothingLost() {
    return records.stream().allMatch(RecordCheck::holds);
  }

  static Optional<Summary> find(List<Summary> summaries, Subject subject, int connections) {
    return summaries.stream()
        .filter(one -> one.subject() == subject && one.connections() == connections)
        .findFirst();
  }
}
