package io.herald.local.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.local.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrafanaProcessTest {

  @TempDir private Path folder;

  @Test
  void isFoundWhereItWasUnpacked() throws IOException {
    Path program = install("grafana-12/bin/grafana");
    defaults("grafana-12");

    assertThat(found("grafana-12/bin").command())
        .containsExactly(
            program.toString(), "server", "--homepath=" + real().resolve("grafana-12"));
  }

  @Test
  void isFoundByTheLinkOnThePathAndByItsOlderName() throws IOException {
    Path program = install("opt/bin/grafana-server");
    defaults("opt/share/grafana");
    Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("bin/grafana-server"), program);

    assertThat(found("bin").command())
        .containsExactly(
            folder.resolve("bin/grafana-server").toString(),
            "--homepath=" + real().resolve("opt/share/grafana"));
  }

  @Test
  void aProgramOfThatNameWithoutItsDefaultsIsNone() throws IOException {
    install("bin/grafana");

    assertThat(InstalledGrafana.in(Map.of("PATH", folder.resolve("bin").toString()))).isEmpty();
  }

  @Test
  void isToldWhereEverythingIs() throws IOException {
    install("bin/grafana");
    defaults("");

    Launch launch = GrafanaProcess.launch(found("bin"), 8192, folder.resolve("data"), 8191);

    Map<String, String> environment = launch.environment();
    assertThat(environment)
        .containsEntry("GF_SERVER_HTTP_ADDR", "127.0.0.1")
        .containsEntry("GF_SERVER_HTTP_PORT", "8192")
        .containsEntry("GF_PATHS_DATA", folder.resolve("data/grafana").toString())
        .containsEntry("HERALD_PROMETHEUS_URL", "http://localhost:8191");
    assertThat(Path.of(environment.get("GF_PATHS_PROVISIONING")))
        .isDirectoryContaining("glob:**/datasources")
        .isDirectoryContaining("glob:**/dashboards");
    assertThat(Path.of(environment.get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")))
        .isRegularFile()
        .hasParent(Path.of(environment.get("HERALD_DASHBOARDS")));
  }

  private InstalledGrafana found(String bin) {
    return InstalledGrafana.in(Map.of("PATH", "/nowhere::" + folder.resolve(bin))).orElseThrow();
  }

  private Path install(String program) throws IOException {
    Path file = folder.resolve(program);
    Files.createDirectories(file.getParent());
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }

  private void defaults(String home) throws IOException {
    Path conf = Files.createDirectories(folder.resolve(home).resolve("conf"));
    Files.createFile(conf.resolve("defaults.ini"));
  }

  private Path real() throws IOException {
    return folder.toRealPath();
  }
}
