package io.herald.deploy;

import io.herald.chart.Yaml;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** deploy/compose/compose.yaml, with what is shared merged into each service. */
final class ComposeFile {

  static final Path FOLDER = Checkout.DEPLOY.resolve("compose");
  static final String TEXT = Checkout.text(FOLDER.resolve("compose.yaml"));

  /** Herald's own services there, and the modules that they are made of. */
  static final Map<String, String> MODULES =
      Map.of(
          "gateway", "gateway-service",
          "bot", "bot-service",
          "scheduler", "scheduler-service",
          "worker", "notification-worker");

  private static final JsonNode TREE = Yaml.document(TEXT);
  private static final Pattern INTERPOLATED = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

  private ComposeFile() {}

  static JsonNode at(String pointer) {
    return TREE.at(pointer);
  }

  static Set<String> services() {
    return TREE.path("services").propertyNames().stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static JsonNode service(String name) {
    return TREE.at("/services/" + name);
  }

  static Stream<String> texts(String service, String list) {
    return service(service).path(list).valueStream().map(JsonNode::asString);
  }

  /** What the service is given; what has no value is passed on. */
  static Map<String, JsonNode> environment(String service) {
    Map<String, JsonNode> variables = new TreeMap<>();
    service(service)
        .path("environment")
        .properties()
        .forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
    return variables;
  }

  /** Variables that have to have a value, with what is said where they have none. */
  static Map<String, String> required() {
    return INTERPOLATED
        .matcher(TEXT)
        .results()
        .filter(found -> "?".equals(found.group(2)))
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(3)));
  }

  /** All variables that are read from .env: those in a value, and those that are passed on. */
  static Set<String> read() {
    Set<String> names = new TreeSet<>();
    INTERPOLATED.matcher(TEXT).results().forEach(found -> names.add(found.group(1)));
    for (String service : services()) {
      environment(service)
          .forEach((name, value) -> {
            if (value.isNull()) {
              names.add(name);
            }
          });
    }
    return names;
  }

  /** A text with the values that variables have when nobody sets them. */
  static String withDefaults(String text) {
    return INTERPOLATED
        .matcher(text)
        .replaceAll(found -> "-".equals(found.group(2)) ? found.group(3) : "");
  }
}
