package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules and dashboards that are tested elsewhere are those that are installed. */
class MonitoringTest {

  private static final int CONFIG_MAP_BYTES = 1 << 20;

  @Test
  void everyRuleIsInstalledAsItIs() {
    var files = Chart.files("files/rules");

    assertThat(files).isNotEmpty();
    for (var file : files) {
      String name = file.getFileName().toString().replace(".yaml", "");
      Manifest rule = Chart.of("everything").one("PrometheusRule", "demo-herald-" + name);
      String written = Chart.file("files/rules/" + file.getFileName());

      assertThat(rule.at("/spec/groups").toString().replace("https://git.example.com/herald/", ""))
          .isEqualTo(Yaml.document(written).path("groups").toString());
      assertThat(rule.labels()).containsEntry("release", "prometheus");
    }
  }

  @Test
  void alertsLeadToTheRunbooksWhereverTheyAreRead() {
    List<String> links =
        Chart.of("everything")
            .all("PrometheusRule")
            .flatMap(rule -> rule.tree().findValuesAsString("runbook_url").stream())
            .toList();

    assertThat(links)
        .isNotEmpty()
        .allMatch(link -> link.startsWith("https://git.example.com/herald/docs/runbooks/Herald"));
  }

  @Test
  void everyDashboardIsInstalledAsItIs() {
    var files = Chart.files("files/dashboards");

    assertThat(files).isNotEmpty();
    for (var file : files) {
      String name = file.getFileName().toString();
      Manifest map =
          Chart.of("everything")
              .one("ConfigMap", "demo-herald-dashboard-" + name.replace(".json", ""));
      String installed = map.at("/data").path(name).asString();

      assertThat(installed).isEqualTo(Chart.file("files/dashboards/" + name));
      assertThat(installed.length()).isLessThan(CONFIG_MAP_BYTES);
      assertThat(map.labels()).containsEntry("grafana_dashboard", "1");
      assertThat(map.annotations()).containsEntry("grafana_folder", "Herald");
    }
  }

  @Test
  void prometheusKnowsServicesByTheNamesThatRulesUse() {
    var relabeling =
        Chart.of("everything")
            .one("ServiceMonitor", "demo-herald")
            .at("/spec/endpoints/0/relabelings/0");

    assertThat(relabeling.toString())
        .contains("\"targetLabel\":\"service\"", "app_kubernetes_io_component");
    assertThat(Chart.of("everything").pod("gateway").labels())
        .containsEntry("app.kubernetes.io/component", "gateway");
  }

  @Test
  void nothingOfItIsThereUnasked() {
    assertThat(Chart.of("own-kafka-and-redis").objects())
        .noneMatch(object -> object.component().equals("monitoring"));
  }
}
