package io.herald.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

class DashboardsTest {

  private static final int WIDTH = 24;

  @TempDir private Path folder;

  @Test
  void thereIsOneForEachPartOfTheSystem() {
    assertThat(boards().stream().map(board -> board.get("title").asString()))
        .containsExactlyInAnyOrder(
            "Herald: overview",
            "Herald: ingestion",
            "Herald: way out",
            "Herald: jobs and schedules",
            "Herald: JVM");
    assertThat(boards().stream().map(board -> board.get("uid").asString())).doesNotHaveDuplicates();
  }

  @Test
  void prometheusUnderstandsEveryQuery() throws IOException {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (String query : queries()) {
      rules.add(Map.of("record", "query:" + rules.size(), "expr", inPrometheusWords(query)));
    }
    Path file = folder.resolve("queries.yaml");
    var group = Map.of("groups", List.of(Map.of("name", "queries", "rules", rules)));
    Files.writeString(file, new Yaml().dump(group));

    assertThat(rules).hasSizeGreaterThan(50);
    Promtool.accepts(List.of("check", "rules", file.toString()));
  }

  @Test
  void theyNameOnlyWhatThereIs() {
    Named named = new Named();
    assertThat(queries()).allSatisfy(query -> named.check(new Query(inPrometheusWords(query))));
  }

  @Test
  void eachPanelSaysWhatItShowsAndStandsWhereNoOtherDoes() {
    for (JsonNode board : boards()) {
      List<JsonNode> panels = panels(board);
      assertThat(panels)
          .filteredOn(panel -> !panel.get("type").asString().equals("row"))
          .allSatisfy(panel -> assertThat(panel.get("description").asString()).isNotBlank());
      List<String> places = panels.stream().flatMap(DashboardsTest::places).toList();
      assertThat(places).as(board.get("title").asString()).doesNotHaveDuplicates();
      assertThat(panels.stream().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
    }
  }

  private static Stream<String> places(JsonNode panel) {
    JsonNode at = panel.get("gridPos");
    int x = at.get("x").asInt();
    int y = at.get("y").asInt();
    assertThat(x + at.get("w").asInt()).isLessThanOrEqualTo(WIDTH);
    return IntStream.range(y, y + at.get("h").asInt())
        .boxed()
        .flatMap(row ->
            IntStream.range(x, x + at.get("w").asInt()).mapToObj(column -> row + "/" + column));
  }

  /** What Grafana puts in before it asks. */
  private static String inPrometheusWords(String query) {
    return query.replace("$__rate_interval", "5m").replace("$namespace", ".*");
  }

  private static List<String> queries() {
    return boards().stream()
        .flatMap(board ->
            Stream.concat(
                panels(board).stream().flatMap(DashboardsTest::targets), annotations(board)))
        .collect(Collectors.toList());
  }

  private static Stream<String> targets(JsonNode panel) {
    JsonNode targets = panel.get("targets");
    return targets == null
        ? Stream.empty()
        : targets.valueStream().map(target -> target.get("expr").asString());
  }

  private static Stream<String> annotations(JsonNode board) {
    return board.get("annotations").get("list").valueStream().map(it -> it.get("expr").asString());
  }

  private static List<JsonNode> panels(JsonNode board) {
    return board.get("panels").valueStream().toList();
  }

  private static List<JsonNode> boards() {
    return Shelf.files(Shelf.DASHBOARDS, ".json").stream()
        .map(file -> Json.tree(Shelf.text(file).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
