package io.herald.local;

import io.herald.local.observe.GrafanaProcess;
import io.herald.local.observe.InstalledGrafana;
import io.herald.local.observe.PrometheusProcess;
import io.herald.local.process.LocalProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who watches the stack: as much of Prometheus and Grafana as is wanted and installed. What is not
 * installed is told, and keeps nothing else from starting.
 *
 * @param prometheus its program; empty: not wanted, or not there
 * @param grafana likewise
 * @param missing what to do to have the rest, a line for each
 * @param portOffset of the whole stack
 */
record Observers(
    Optional<Path> prometheus,
    Optional<InstalledGrafana> grafana,
    List<String> missing,
    int portOffset) {

  // A newcomer looks at once what a message has changed.
  private static final PrometheusProcess.Pace PACE =
      new PrometheusProcess.Pace(Duration.ofSeconds(5), Duration.ofSeconds(5));

  static Observers of(Options options, Map<String, String> environment) {
    Optional<Path> prometheus = Optional.empty();
    Optional<InstalledGrafana> grafana = Optional.empty();
    List<String> missing = new ArrayList<>();
    if (wanted(options, Parts.PROMETHEUS)) {
      prometheus = PrometheusProcess.program(environment);
      prometheus.ifPresentOrElse(_ -> {}, () -> missing.add(PrometheusProcess.MISSING));
    }
    if (wanted(options, Parts.GRAFANA)) {
      grafana = InstalledGrafana.in(environment);
      grafana.ifPresentOrElse(_ -> {}, () -> missing.add(InstalledGrafana.MISSING));
    }
    return new Observers(prometheus, grafana, List.copyOf(missing), options.portOffset());
  }

  private static boolean wanted(Options options, String name) {
    return options.observe() && !options.without().contains(name);
  }

  /** Whether that part of the stack, an observer, can run. */
  boolean has(Part part) {
    return part.name().equals(Parts.PROMETHEUS) ? prometheus.isPresent() : grafana.isPresent();
  }

  /** Not started yet. */
  LocalProcess process(Part part, Path data) {
    return part.name().equals(Parts.PROMETHEUS)
        ? PrometheusProcess.of(
            prometheus.orElseThrow(), part.port(), data, Parts.observed(portOffset), PACE)
        : GrafanaProcess.of(
            grafana.orElseThrow(), part.port(), data, Parts.port(Parts.PROMETHEUS, portOffset));
  }
}
