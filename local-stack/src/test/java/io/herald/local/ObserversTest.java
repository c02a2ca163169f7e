package io.herald.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus and Grafana are started where they are wanted and installed. */
class ObserversTest {
  private static final Secrets SECRETS = new Secrets("s", "key", "jwt", "oidc", "signing");

  @TempDir private Path folder;

  @Test
  void nobodyWatchesUnasked() throws IOException {
    install("prometheus");

    Plan plan = plan(false, List.of());

    assertThat(names(plan)).doesNotContain("prometheus", "grafana");
    assertThat(plan.observers().missing()).isEmpty();
  }

  @Test
  void whatIsInstalledIsStartedAndWhatIsMissingIsTold() throws IOException {
    install("prometheus");

    Plan plan = plan(true, List.of());

    assertThat(names(plan)).contains("prometheus").doesNotContain("grafana").hasSize(9);
    assertThat(summary(plan))
        .contains("prometheus           http://localhost:8191")
        .contains("grafana is not on the PATH: get it from grafana.com")
        .contains("The alerts: http://localhost:8191/alerts")
        .doesNotContain("The dashboards");
  }

  @Test
  void bothHaveTheirPlace() throws IOException {
    install("prometheus");
    install("grafana");
    Files.createDirectories(folder.resolve("conf"));
    Files.createFile(folder.resolve("conf/defaults.ini"));

    Plan plan = plan(true, List.of());

    assertThat(names(plan)).endsWith("prometheus", "grafana");
    assertThat(plan.services()).extracting(Part::name).doesNotContain("prometheus", "grafana");
    assertThat(summary(plan))
        .contains("The dashboards: http://localhost:8192")
        .doesNotContain("is not on the PATH");
  }

  @Test
  void withoutAnythingAllElseIsStartedAndBothAreTold() {
    Plan plan = plan(true, List.of());

    assertThat(names(plan)).hasSize(8);
    assertThat(plan.observers().missing())
        .containsExactly(
            "prometheus is not on the PATH: install it (Debian's package of that name)",
            "grafana is not on the PATH: get it from grafana.com (Debian has no package of it)");
  }

  @Test
  void whatIsLeftOutIsNotMissed() {
    assertThat(plan(true, List.of("grafana", "prometheus")).observers().missing()).isEmpty();
  }

  private void install(String program) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createFile(
        bin.resolve(program),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }

  private Plan plan(boolean observe, List<String> without) {
    Options options = new Options(Path.of("d"), 100, without, observe);
    return Plan.of(options, Map.of("PATH", folder.resolve("bin").toString()), SECRETS);
  }

  private static String summary(Plan plan) {
    return String.join("\n", Summary.of(plan, Path.of("/d"), Duration.ofSeconds(1)));
  }

  private static List<String> names(Plan plan) {
    return plan.parts().stream().map(Part::name).toList();
  }
}
