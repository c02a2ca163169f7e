package io.herald.local.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusProcessTest {

  @Test
  void asksEveryServiceUnderItsName() {
    var pace = new PrometheusProcess.Pace(Duration.ofSeconds(3), Duration.ofSeconds(1));

    String settings = PrometheusProcess.settings(Map.of("worker", 8183, "bot", 8181), pace);

    assertThat(settings)
        .contains("scrape_interval: 3s", "evaluation_interval: 1s")
        .contains("helm/herald/files/rules/*.yaml']")
        .contains("metrics_path: /actuator/prometheus")
        .endsWith(
            """
                static_configs:
                  - {targets: ['localhost:8181'], labels: {service: bot}}
                  - {targets: ['localhost:8183'], labels: {service: worker}}
            """);
  }
}
