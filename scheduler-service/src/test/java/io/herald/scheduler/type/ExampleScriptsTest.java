package io.herald.scheduler.type;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.json.Json;
import io.herald.runtime.job.JobType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The notification scripts that the local stack has. */
class ExampleScriptsTest {

  private static final Path EXAMPLES =
      Path.of("../examples/notifications").toAbsolutePath().normalize();
  private static final int LAST_BAR = 0xff1f5fb0;

  @TempDir private Path folder;

  @Test
  void areThereWithAllThatTheyNeed() {
    List<Program> scripts = new ReadScripts(List.of(EXAMPLES)).read();

    assertThat(scripts)
        .extracting(Program::name)
        .containsExactly("data-freshness", "metric-report", "revenue-drop");
    assertThat(scripts).extracting(Program::type).allMatch(JobType::isScript);
    assertThat(scripts).extracting(it -> it.type().description()).doesNotContain("");
  }

  // What is sampled has to be in the repository: it is what /scripts shows on a fresh clone.
  @Test
  void runOnWhatLiesBesideThem() throws Exception {
    for (Program script : new ReadScripts(List.of(EXAMPLES)).read()) {
      String file = script.command().getFirst();

      JsonNode told = told(Path.of(file).getFileName().toString(), 0, script.environment());

      assertThat(told.path("notify").asBoolean()).as(script.name()).isTrue();
    }
  }

  @Test
  void aRevenueDropIsToldWithItsFigures() throws Exception {
    Path csv = revenue(100, 120, 110, 110, 77);

    JsonNode told = told("revenue-drop.py", 0, Map.of("REVENUE_CSV", csv.toString()));

    assertThat(told.path("notify").asBoolean()).isTrue();
    assertThat(told.path("title").asString()).isEqualTo("Revenue is 30 % below the usual Monday");
    assertThat(told.path("message").asString()).contains("2026-02-02: 77.00", "Usual: 110.00");
    assertThat(told.path("data").path("change").asDouble()).isEqualTo(-30.0);
  }

  @Test
  void aSmallDropIsNotTold() throws Exception {
    Path csv = revenue(100, 120, 110, 110, 90);

    assertThat(told("revenue-drop.py", 0, Map.of("REVENUE_CSV", csv.toString())))
        .isEqualTo(Json.tree("{\"notify\":false}".getBytes(UTF_8)));
    assertThat(
            told("revenue-drop.py", 0, Map.of("REVENUE_CSV", csv.toString(), "DROP", "10"))
                .path("notify")
                .asBoolean())
        .isTrue();
  }

  @Test
  void withNothingToCompareWithTheRunFails() throws Exception {
    run("revenue-drop.py", 1, Map.of("REVENUE_CSV", revenue(100).toString()));

    assertThat(folder.resolve("stderr")).content().contains("There is no Monday before 2026-01-05");
  }

  @Test
  void aReportHasAChartOfItsDays() throws Exception {
    Path csv =
        Files.writeString(folder.resolve("m.csv"), "date,orders\n2026-01-01,50\n2026-01-02,100\n");

    JsonNode told =
        told("metric-report.py", 0, Map.of("METRIC_CSV", csv.toString(), "METRIC", "orders"));

    assertThat(told.path("title").asString()).isEqualTo("Orders until 2026-01-02");
    assertThat(told.path("message").asString()).contains("Average of 2 days: 75.0");
    BufferedImage chart = ImageIO.read(folder.resolve(told.path("image_path").asString()).toFile());
    assertThat(chart.getWidth()).isEqualTo(840);
    // The last of two bars is the whole height, and the first half of it.
    assertThat(chart.getRGB(650, 30)).isEqualTo(LAST_BAR);
    assertThat(chart.getRGB(270, 30)).isEqualTo(0xffffffff);
    assertThat(chart.getRGB(270, 300)).isEqualTo(0xff7fa7d9);
  }

  @Test
  void staleAndMissingFilesAreTold() throws Exception {
    Path old = Files.writeString(folder.resolve("a \"b\".csv"), "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(30, ChronoUnit.HOURS)));
    Path fresh = Files.writeString(folder.resolve("fresh.csv"), "x");
    String files = "24 %s\n24 %s\n24 %s/no.csv\n".formatted(old, fresh, folder);

    JsonNode told = told("data-freshness.sh", 0, Map.of("FRESH", files));

    assertThat(told.path("message").asString())
        .isEqualTo(
            "• %s is 30 h old, at most 24 h are allowed\n• %s/no.csv is missing"
                .formatted(old, folder));
    assertThat(
            told("data-freshness.sh", 0, Map.of("FRESH", "24 " + fresh)).path("notify").asBoolean())
        .isFalse();
  }

  @Test
  void whatIsNoNumberOfHoursFails() throws Exception {
    run("data-freshness.sh", 1, Map.of("FRESH", "soon /tmp"));

    assertThat(folder.resolve("stderr")).content().contains("'soon' is no number of hours");
  }

  /** A Monday each. */
  private Path revenue(int... values) throws IOException {
    StringBuilder csv = new StringBuilder("date,revenue\n");
    var day = LocalDate.parse("2026-01-05");
    for (int value : values) {
      csv.append(day).append(',').append(value).append('\n');
      day = day.plusWeeks(1);
    }
    return Files.writeString(folder.resolve("revenue.csv"), csv);
  }

  private JsonNode told(String script, int status, Map<String, String> environment)
      throws Exception {
    return Json.tree(run(script, status, environment).getBytes(UTF_8));
  }

  private String run(String script, int status, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(EXAMPLES.resolve(script).toString())
            .directory(folder.toFile())
            .redirectError(folder.resolve("stderr").toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isEqualTo(status);
    return printed;
  }
}
