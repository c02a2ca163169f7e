package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every value is in values.yaml with a word on it, and in the schema; and the other way round. */
class ValuesTest {

  private static final JsonNode SCHEMA = Yaml.document(Chart.file("values.schema.json"));

  @Test
  void theSchemaKnowsTheValuesAndNoOthers() {
    Set<String> given = new TreeSet<>();
    collect("", Yaml.document(Chart.file("values.yaml")), SCHEMA, given);
    Set<String> known = new TreeSet<>();
    know("", SCHEMA, known);
    known.remove("global");

    assertThat(given).isNotEmpty().isEqualTo(known);
  }

  @Test
  void nothingUnknownIsTakenWhereNamesAreOurs() {
    List<String> open = new ArrayList<>();
    everyObject("", SCHEMA, open);

    assertThat(open).isEmpty();
  }

  @Test
  void eachValueHasAWord() {
    List<String> silent = new ArrayList<>();
    String before = "";
    for (String line : Chart.file("values.yaml").lines().toList()) {
      boolean value = line.matches(" *[A-Za-z]+:.+") || line.matches(" *(labels|metricsFrom):");
      boolean within = line.matches(" {6,}.*") && before.matches(" {4,}[A-Za-z]+:.*");
      if (value && !within && !before.strip().startsWith("#")) {
        silent.add(line);
      }
      before = line;
    }

    assertThat(silent)
        .filteredOn(line -> !line.matches(" +(requests|limits|grafana_dashboard): .*"))
        .isEmpty();
  }

  @Test
  void theNotesSayWhatIsMissing() {
    assertThat(Chart.notes("own-kafka-and-redis"))
        .contains("gateway bot scheduler worker")
        .contains("Nothing leads in from outside yet")
        .contains("publicUrl is not set")
        .doesNotContain("TRIAL");
    assertThat(Chart.notes("trial")).contains("THIS IS A TRIAL");
    assertThat(Chart.notes("everything")).contains("https://herald.example.com/");
  }

  // Down to what a schema with properties of its own describes.
  private static void collect(String path, JsonNode value, JsonNode schema, Set<String> found) {
    if (isLeaf(path, schema)) {
      found.add(path);
      return;
    }
    value
        .properties()
        .forEach(entry ->
            collect(
                below(path, entry.getKey()),
                entry.getValue(),
                resolved(schema.path("properties").path(entry.getKey())),
                found));
  }

  private static void know(String path, JsonNode schema, Set<String> found) {
    if (isLeaf(path, schema)) {
      found.add(path);
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(entry -> know(below(path, entry.getKey()), resolved(entry.getValue()), found));
  }

  // Requests and limits are Kubernetes' own words.
  private static boolean isLeaf(String path, JsonNode schema) {
    return path.endsWith("resources") || schema.path("properties").isMissingNode();
  }

  private static void everyObject(String path, JsonNode schema, List<String> open) {
    if (schema.has("properties") && schema.path("additionalProperties").asBoolean(true)) {
      open.add(path);
    }
    schema
        .properties()
        .forEach(entry -> everyObject(path + "/" + entry.getKey(), entry.getValue(), open));
  }

  private static JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : SCHEMA.at(reference.substring(1));
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
