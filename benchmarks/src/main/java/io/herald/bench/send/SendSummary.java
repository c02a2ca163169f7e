package io.herald.bench.send;

import io.herald.bench.report.Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A sender: the median of its counted rounds, figure by figure; duplicates and missing ones are of
 * all rounds together.
 *
 * @param cpuMicros processor time per message, by process
 */
record SendSummary(
    Part sender, double perSecond, Map<String, Double> cpuMicros, int duplicates, int missing) {

  static SendSummary of(Part sender, List<Round> rounds) {
    List<Round> counted =
        rounds.stream().filter(one -> one.sender() == sender && one.number() >= 0).toList();
    Map<String, Double> cpu = new TreeMap<>();
    counted.stream()
        .flatMap(one -> one.cpuMicros().keySet().stream())
        .forEach(name -> cpu.put(name, median(counted, one -> one.cpuMicros().get(name))));
    return new SendSummary(
        sender,
        median(counted, Round::perSecond),
        cpu,
        counted.stream().mapToInt(Round::duplicates).sum(),
        counted.stream().mapToInt(Round::missing).sum());
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Figures.median(rounds.stream().mapToDouble(figure).toArray());
  }

  double cpu(String process) {
    return cpuMicros.getOrDefault(process, Double.NaN);
  }

  /** Of all processes together. */
  double allCpu() {
    return cpuMicros.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
