package io.herald.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chart.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus asks every service under the name that rules use, and Grafana finds what it draws. */
class ObservationTest {

  private static final String SETTINGS =
      Checkout.text(Checkout.DEPLOY.resolve("prometheus/prometheus.yml"));
  private static final String RULES = "/etc/prometheus/rules";
  private static final Path CHART_FILES = Checkout.ROOT.resolve("helm/herald/files");
  private static final Path PROVISIONING = Checkout.DEPLOY.resolve("grafana/provisioning");

  @TempDir private Path folder;

  @Test
  void prometheusTakesItsSettingsWithTheRules() throws IOException {
    String here = SETTINGS.replace(RULES, CHART_FILES.resolve("rules").toString());

    String said =
        Program.PROMTOOL.succeeds(
            "check", "config", Files.writeString(folder.resolve("prometheus.yml"), here));

    assertThat(said).contains("rules found").doesNotContain("FAILED");
    assertThat(here).isNotEqualTo(SETTINGS);
  }

  @Test
  void everyServiceIsAskedUnderTheNameThatRulesUse() {
    JsonNode scraped = Yaml.document(SETTINGS).at("/scrape_configs/0");
    Map<String, String> targets = new TreeMap<>();
    for (JsonNode target : scraped.path("static_configs")) {
      targets.put(target.at("/labels/service").asString(), target.at("/targets/0").asString());
    }
    Map<String, String> expected = new TreeMap<>();
    ComposeFile.MODULES.forEach(
        (name, module) -> expected.put(name, name + ":" + KnownVariables.ports().get(module)));

    assertThat(targets).isEqualTo(expected);
    assertThat(scraped.path("metrics_path").asString()).isEqualTo("/actuator/prometheus");
    assertThat(Checkout.text(CHART_FILES.resolve("rules/platform.yaml")))
        .contains("up{service=~\"gateway|gateway-canary|bot|scheduler|worker\"}");
  }

  @Test
  void composeMountsTheRulesAndDashboardsOfTheChart() {
    assertThat(ComposeFile.texts("prometheus", "volumes"))
        .contains(
            "../prometheus/prometheus.yml:/etc/prometheus/prometheus.yml:ro",
            "../../helm/herald/files/rules:" + RULES + ":ro");
    assertThat(ComposeFile.texts("prometheus", "command"))
        .contains(
            "--config.file=/etc/prometheus/prometheus.yml", "--enable-feature=exemplar-storage");
    String dashboards = ComposeFile.environment("grafana").get("HERALD_DASHBOARDS").asString();
    assertThat(ComposeFile.texts("grafana", "volumes"))
        .contains(
            "../grafana/provisioning:/etc/grafana/provisioning:ro",
            "../../helm/herald/files/dashboards:" + dashboards + ":ro");
    String home =
        ComposeFile.environment("grafana")
            .get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
            .asString();
    assertThat(home).startsWith(dashboards + "/");
    assertThat(CHART_FILES.resolve("dashboards").resolve(Path.of(home).getFileName()))
        .isRegularFile();
  }

  @Test
  void grafanaHasOneSourceWhichTheDashboardsTake() {
    List<JsonNode> sources = provisioned("datasources");

    assertThat(sources).hasSize(1);
    assertThat(sources.getFirst().path("type").asString()).isEqualTo("prometheus");
    assertThat(sources.getFirst().path("isDefault").asBoolean(false)).isTrue();
    assertThat(sources.getFirst().path("url").asString()).isEqualTo("${HERALD_PROMETHEUS_URL}");
    assertThat(ComposeFile.environment("grafana").get("HERALD_PROMETHEUS_URL").asString())
        .isEqualTo("http://prometheus:9090");
    assertThat(Checkout.files(CHART_FILES.resolve("dashboards"), ".json"))
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(file -> {
          JsonNode variable = JsonMapper.shared().readTree(file.toFile()).at("/templating/list/0");
          assertThat(variable.path("type").asString()).isEqualTo("datasource");
          assertThat(variable.path("query").asString()).isEqualTo("prometheus");
        });
  }

  @Test
  void grafanaReadsTheDashboardsWhereItIsTold() {
    List<JsonNode> providers = provisioned("dashboards");

    assertThat(providers).hasSize(1);
    assertThat(providers.getFirst().path("type").asString()).isEqualTo("file");
    assertThat(providers.getFirst().at("/options/path").asString())
        .isEqualTo("${HERALD_DASHBOARDS}");
  }

  private static List<JsonNode> provisioned(String kind) {
    return Checkout.files(PROVISIONING.resolve(kind), ".yaml").stream()
        .map(file -> Yaml.document(Checkout.text(file)))
        .peek(file -> assertThat(file.path("apiVersion").asInt()).isEqualTo(1))
        .flatMap(file ->
            StreamSupport.stream(
                file.path(kind.equals("dashboards") ? "providers" : kind).spliterator(), false))
        .toList();
  }
}
