package io.herald.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That docs/metrics.md names what the code registers; MetricsIT asks running services. */
class MetricsTableTest {

  private static final Pattern NAME = Pattern.compile("\"(herald(?:\\.[a-z]+)+)\"");
  private static final Pattern UNIT = Pattern.compile("(_total|_seconds)+$");
  private static final Set<String> MODULES =
      Set.of(
          "common-runtime",
          "telegram-client",
          "gateway-service",
          "bot-service",
          "scheduler-service",
          "notification-worker");

  private final MetricsTable table = MetricsTable.read();

  @Test
  void itNamesEveryMetricOfTheCodeAndNoOther() {
    Set<String> documented =
        table.rows().stream()
            .map(MetricsTable.Row::name)
            .filter(name -> name.startsWith("herald_"))
            .map(name -> UNIT.matcher(name).replaceFirst(""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented).isEqualTo(registered());
  }

  @Test
  void itsAlertsAreThoseOfTheRules() {
    for (Rules.Rule rule : Rules.alerts()) {
      Set<String> named =
          table.rows().stream()
              .filter(row -> row.alerts().contains(rule.alert()))
              .flatMap(MetricsTable.Row::series)
              .collect(Collectors.toSet());
      Set<String> asked =
          rule.query().series().stream()
              .filter(series -> table.rowOfSeries(series).isPresent())
              .collect(Collectors.toSet());
      assertThat(named).as("series of the rows that name " + rule.alert()).containsAll(asked);
    }
    Set<String> alerts = Rules.alerts().stream().map(Rules.Rule::alert).collect(Collectors.toSet());
    assertThat(table.rows()).allSatisfy(row -> assertThat(alerts).containsAll(row.alerts()));
  }

  @Test
  void itsRowsHaveTypesThatThereAre() {
    assertThat(table.rows())
        .isNotEmpty()
        .allSatisfy(row -> {
          assertThat(row.type()).as(row.name()).isIn("counter", "gauge", "histogram", "summary");
          assertThat(row.name().endsWith("_total")).as(row.name()).isEqualTo(isCounter(row));
        });
  }

  private static boolean isCounter(MetricsTable.Row row) {
    return row.type().equals("counter");
  }

  /** Every name that a class gives to Micrometer, with underscores. */
  private static Set<String> registered() {
    return MODULES.stream()
        .map(module -> Shelf.ROOT.resolve(module).resolve("src/main/java"))
        .flatMap(MetricsTableTest::names)
        .map(name -> name.replace('.', '_'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> names(Path sources) {
    return Shelf.filesBelow(sources, ".java").stream()
        .map(Shelf::text)
        .filter(source -> source.contains("io.micrometer") || source.contains("METRIC"))
        .flatMap(source -> NAME.matcher(source).results())
        .map(found -> found.group(1));
  }
}
