package io.herald.bench.ingest;

import io.herald.bench.report.Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A subject at a number of connections: the median of its rounds, figure by figure.
 *
 * @param updatesPerSecond acknowledged ones
 * @param p50Millis latency seen by the load generator
 * @param errors of all rounds together, not the median
 * @param cpuPerUpdate processor time of the subject in microseconds per answered update; likewise
 *     for broker, Redis and wrk
 */
record Summary(
    Subject subject,
    int connections,
    double updatesPerSecond,
    double p50Millis,
    double p99Millis,
    long errors,
    double cpuPerUpdate,
    double kafkaCpuPerUpdate,
    double redisCpuPerUpdate,
    double loadCpuPerUpdate) {

  /**
   * One for each subject and number of connections, by connections, then in the order of the
   * subjects.
   */
  static List<Summary> of(List<Measurement> measurements) {
    Map<Integer, Map<Subject, List<Measurement>>> groups = new TreeMap<>();
    measurements.forEach(one ->
        groups
            .computeIfAbsent(one.connections(), _ -> new TreeMap<>())
            .merge(one.subject(), List.of(one), Summary::joined));
    return groups.values().stream()
        .flatMap(subjects -> subjects.values().stream())
        .map(Summary::ofRounds)
        .toList();
  }

  private static List<Measurement> joined(List<Measurement> some, List<Measurement> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Summary ofRounds(List<Measurement> rounds) {
    Measurement first = rounds.getFirst();
    return new Summary(
        first.subject(),
        first.connections(),
        median(rounds, one -> one.load().acknowledgedPerSecond()),
        median(rounds, one -> one.load().p50Us() / 1e3),
        median(rounds, one -> one.load().p99Us() / 1e3),
        rounds.stream().mapToLong(one -> one.load().errors()).sum(),
        median(rounds, one -> perUpdate(one, one.cpu().subject())),
        median(rounds, one -> perUpdate(one, one.cpu().kafka())),
        median(rounds, one -> perUpdate(one, one.cpu().redis())),
        median(rounds, one -> perUpdate(one, one.cpu().load())));
  }

  private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
    return Figures.median(rounds.stream().mapToDouble(figure).toArray());
  }

  private static double perUpdate(Measurement one, double micros) {
    return Figures.ratio(micros, one.load().requests());
  }
}
