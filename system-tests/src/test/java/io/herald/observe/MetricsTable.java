package io.herald.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/metrics.md. */
public final class MetricsTable {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `([a-z0-9_]+)` \\| (\\w+) \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern ALERT = Pattern.compile("\\[(\\w+)]\\(runbooks/\\1\\.md\\)");

  /**
   * One of their rows.
   *
   * @param name as Prometheus knows it, without the endings of its parts
   * @param type counter, gauge, histogram or summary
   * @param alerts that look at it
   */
  public record Row(
      String name, String type, Set<String> labels, Set<String> services, Set<String> alerts) {

    /** The names of its series. */
    Stream<String> series() {
      return switch (type) {
        case "histogram" -> Stream.of("_bucket", "_count", "_sum", "_max").map(name::concat);
        case "summary" -> Stream.of("_count", "_sum", "_max").map(name::concat);
        default -> Stream.of(name);
      };
    }
  }

  private final Map<String, Row> rows;

  private MetricsTable(Map<String, Row> rows) {
    this.rows = rows;
  }

  /** Reads them. */
  public static MetricsTable read() {
    return new MetricsTable(
        Shelf.text(Shelf.METRICS)
            .lines()
            .flatMap(line -> ROW.matcher(line).results())
            .map(MetricsTable::row)
            .collect(Collectors.toMap(Row::name, Function.identity())));
  }

  private static Row row(MatchResult row) {
    return new Row(
        row.group(1),
        row.group(2),
        found(QUOTED, row.group(3)),
        services(row.group(4)),
        found(ALERT, row.group(6)));
  }

  private static Set<String> services(String cell) {
    return cell.equals("all")
        ? Set.of("gateway", "bot", "scheduler", "worker")
        : Arrays.stream(cell.split(", ")).collect(Collectors.toSet());
  }

  private static Set<String> found(Pattern pattern, String cell) {
    return pattern.matcher(cell).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /** The row of that name. */
  public Optional<Row> row(String name) {
    return Optional.ofNullable(rows.get(name));
  }

  /** The row that a series of that name belongs to. */
  Optional<Row> rowOfSeries(String series) {
    return rows.values().stream().filter(row -> row.series().anyMatch(series::equals)).findFirst();
  }
}
