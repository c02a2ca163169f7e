package io.herald.local.observe;

import io.herald.local.process.Installation;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.Readiness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A Grafana with Herald's dashboards. Whoever reaches it may look, without a login. Without
 * Prometheus it has nothing to draw and says so; nothing depends on it.
 */
public final class GrafanaProcess extends LocalProcess {
  /** The name of its log and pid file. */
  public static final String NAME = "grafana";

  private GrafanaProcess(Launch launch) {
    super(launch);
  }

  /**
   * Not started yet, and bound to the loopback address.
   *
   * @param installed as {@link InstalledGrafana#in} has found it
   * @param data what it keeps goes to {@code <data>/grafana}
   * @param prometheusPort where it gets what it draws
   */
  public static GrafanaProcess of(
      InstalledGrafana installed, int port, Path data, int prometheusPort) {
    return new GrafanaProcess(launch(installed, port, data, prometheusPort));
  }

  static Launch launch(InstalledGrafana installed, int port, Path data, int prometheusPort) {
    Path root = Installation.root();
    Path folder = data.toAbsolutePath().normalize().resolve(NAME);
    Path dashboards = root.resolve(Path.of("helm", "herald", "files", "dashboards"));
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("GF_SERVER_HTTP_ADDR", "127.0.0.1"),
            Map.entry("GF_SERVER_HTTP_PORT", Integer.toString(port)),
            Map.entry("GF_PATHS_DATA", folder.toString()),
            Map.entry("GF_PATHS_LOGS", folder.resolve("log").toString()),
            Map.entry("GF_PATHS_PLUGINS", folder.resolve("plugins").toString()),
            Map.entry(
                "GF_PATHS_PROVISIONING",
                root.resolve(Path.of("deploy", "grafana", "provisioning")).toString()),
            Map.entry("GF_LOG_MODE", "console"),
            Map.entry("GF_AUTH_ANONYMOUS_ENABLED", "true"),
            Map.entry("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer"),
            Map.entry("GF_AUTH_DISABLE_LOGIN_FORM", "true"),
            Map.entry("GF_ANALYTICS_REPORTING_ENABLED", "false"),
            Map.entry("GF_ANALYTICS_CHECK_FOR_UPDATES", "false"),
            Map.entry(
                "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH",
                dashboards.resolve("overview.json").toString()),
            // Read by deploy/grafana/provisioning.
            Map.entry("HERALD_DASHBOARDS", dashboards.toString()),
            Map.entry("HERALD_PROMETHEUS_URL", "http://localhost:" + prometheusPort));
    Readiness readiness = Readiness.http(URI.create("http://127.0.0.1:" + port + "/api/health"));
    return new Launch(
        NAME, installed.command(), environment, data, readiness, Duration.ofSeconds(10));
  }
}
