package io.herald.local.observe;

import io.herald.local.process.Installation;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Ports;
import io.herald.local.process.ProcessFailure;
import io.herald.local.process.Readiness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Prometheus that asks Herald's services for their metrics and judges them by the rules as they
 * are delivered. It asks again by itself when a service is away; nothing depends on it.
 */
public final class PrometheusProcess extends LocalProcess {
  /** The program, and the name of its log and pid file. */
  public static final String NAME = "prometheus";

  /** What to do where it is not installed. */
  public static final String MISSING =
      "prometheus is not on the PATH: install it (Debian's package of that name)";

  private static final Path RULES = Path.of("helm", "herald", "files", "rules");

  private final int port;

  private PrometheusProcess(int port, Launch launch) {
    super(launch);
    this.port = port;
  }

  /** The installed program, if there is one on that environment's PATH. */
  public static Optional<Path> program(Map<String, String> environment) {
    return SearchPath.of(environment).find(NAME);
  }

  /**
   * Not started yet, and bound to the loopback address.
   *
   * @param program as {@link #program} has found it
   * @param port 0 takes a free one
   * @param data its settings and its data go to {@code <data>/prometheus}
   * @param services the ports of the services by the name that rules know them under
   * @param pace how often it asks and judges
   */
  public static PrometheusProcess of(
      Path program, int port, Path data, Map<String, Integer> services, Pace pace) {
    int own = Ports.orFree(port);
    Path folder = data.toAbsolutePath().normalize().resolve(NAME);
    Path settings = folder.resolve("prometheus.yml");
    try {
      Files.createDirectories(folder);
      Files.writeString(settings, settings(services, pace));
    } catch (IOException e) {
      throw new ProcessFailure("Prometheus' settings cannot be written: " + e);
    }
    List<String> command =
        List.of(
            program.toString(),
            "--config.file=" + settings,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + own,
            "--enable-feature=exemplar-storage",
            "--log.level=warn");
    Readiness readiness = Readiness.http(URI.create("http://127.0.0.1:" + own + "/-/ready"));
    // One core is enough, and the services need the others.
    Map<String, String> environment = Map.of("GOMAXPROCS", "1");
    return new PrometheusProcess(
        own, new Launch(NAME, command, environment, data, readiness, Duration.ofSeconds(10)));
  }

  public int port() {
    return port;
  }

  static String settings(Map<String, Integer> services, Pace pace) {
    String targets =
        services.entrySet().stream()
            .map(service ->
                "      - {targets: ['localhost:%d'], labels: {service: %s}}"
                    .formatted(service.getValue(), service.getKey()))
            .sorted()
            .collect(Collectors.joining("\n"));
    String rules = Installation.root().resolve(RULES).toString().replace("'", "''");
    return """
    global:
      scrape_interval: %1$ds
      scrape_timeout: %1$ds
      evaluation_interval: %2$ds
    rule_files: ['%3$s/*.yaml']
    scrape_configs:
      - job_name: herald
        metrics_path: /actuator/prometheus
        static_configs:
    """
            .formatted(pace.asks().toSeconds(), pace.judges().toSeconds(), rules)
        + targets
        + "\n";
  }

  /**
   * How often, in whole seconds.
   *
   * @param asks between two scrapes of a service
   * @param judges between two evaluations of the rules
   */
  public record Pace(Duration asks, Duration judges) {}
}
