package io.herald.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What queries may name: what services expose, what rules record, and what Prometheus adds. */
final class Named {

  private static final Set<String> PROMETHEUS = Set.of("up", "ALERTS");
  private static final Set<String> ADDED = Set.of("service", "instance", "namespace");

  private final MetricsTable table = MetricsTable.read();
  private final Set<String> recorded =
      Rules.all().stream()
          .map(Rules.Rule::record)
          .filter(Objects::nonNull)
          .collect(Collectors.toSet());

  /** Fails when it names a metric or a label that is not there. */
  void check(Query query) {
    for (String series : query.series()) {
      assertThat(isKnown(series))
          .as("%s is in no table of docs/metrics.md: %s", series, query.text())
          .isTrue();
    }
    for (Query.Selector selector : query.selectors()) {
      table
          .rowOfSeries(selector.series())
          .ifPresent(row ->
              assertThat(labels(row, selector.series()))
                  .as("labels of %s in docs/metrics.md, for %s", selector.series(), query.text())
                  .containsAll(selector.labels()));
    }
  }

  private boolean isKnown(String series) {
    return PROMETHEUS.contains(series)
        || recorded.contains(series)
        || table.rowOfSeries(series).isPresent();
  }

  private static Set<String> labels(MetricsTable.Row row, String series) {
    Set<String> labels = new HashSet<>(row.labels());
    labels.addAll(ADDED);
    if (series.endsWith("_bucket")) {
      labels.add("le");
    }
    return labels;
  }
}
