package io.herald.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusTest {

  @Test
  void readsTheSeriesWhoseNameIsWanted() {
    String text =
        """
        # HELP herald_flood_rate messages per second
        # TYPE herald_flood_rate gauge
        herald_flood_rate{bot="main",scope="a b"} 19.5
        herald_flood_rate_limit 3.0E1
        herald_other{name="flood rate"} 7
        """;

    assertThat(Prometheus.parse(text.lines(), name -> name.contains("flood")))
        .containsOnlyKeys(
            "herald_flood_rate{bot=\"main\",scope=\"a b\"}", "herald_flood_rate_limit")
        .containsEntry("herald_flood_rate_limit", 30.0);
  }
}
