package io.herald.observe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The rules as they are given to Prometheus. */
final class Rules {

  /**
   * One of them.
   *
   * @param record the series that it records; null: it is an alert
   * @param alert the alert; null: it records
   * @param annotations of an alert; empty otherwise
   */
  record Rule(
      @Nullable String record,
      @Nullable String alert,
      Query query,
      Map<String, String> labels,
      Map<String, String> annotations) {}

  private Rules() {}

  static List<Path> files() {
    return Shelf.files(Shelf.RULES, ".yaml");
  }

  static List<Rule> all() {
    return files().stream().flatMap(Rules::of).toList();
  }

  static List<Rule> alerts() {
    return all().stream().filter(rule -> rule.alert() != null).toList();
  }

  private static Stream<Rule> of(Path file) {
    Map<String, List<Map<String, Object>>> content = new Yaml().load(Shelf.text(file));
    return content.get("groups").stream().flatMap(group -> rules(group.get("rules")));
  }

  @SuppressWarnings("unchecked")
  private static Stream<Rule> rules(Object rules) {
    return ((List<Map<String, Object>>) rules).stream().map(Rules::rule);
  }

  private static Rule rule(Map<String, Object> rule) {
    return new Rule(
        (String) rule.get("record"),
        (String) rule.get("alert"),
        new Query((String) rule.get("expr")),
        texts(rule.get("labels")),
        texts(rule.get("annotations")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> texts(@Nullable Object map) {
    return map == null ? Map.of() : (Map<String, String>) map;
  }
}
