package io.herald.bench.run;

import io.herald.local.process.LocalProcess;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time that some processes have used so far.
 *
 * @param micros by the name that the caller gave them; NaN where the system does not tell
 */
public record CpuTimes(Map<String, Double> micros) {

  /** Of now. */
  public static CpuTimes of(Map<String, LocalProcess> processes) {
    Map<String, Double> micros = new TreeMap<>();
    processes.forEach((name, process) -> micros.put(name, of(process)));
    return new CpuTimes(micros);
  }

  private static double of(LocalProcess process) {
    return ProcessUsage.of(process.pid())
        .map(usage -> (double) usage.cpuMicros())
        .orElse(Double.NaN);
  }

  /** What was used since then for each of so many things. */
  public Map<String, Double> perEach(CpuTimes since, int count) {
    Map<String, Double> each = new TreeMap<>();
    micros.forEach(
        (name, now) -> each.put(name, (now - since.micros.getOrDefault(name, Double.NaN)) / count));
    return each;
  }
}
