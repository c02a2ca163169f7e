package io.herald.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where requests go, by the rules that Ingress and HTTPRoute share: an exact path before the
 * longest one that it lies below.
 *
 * @param rules all of them, the first that fits decides
 */
record Routes(List<Rule> rules) {

  static Routes of(Rendered rendered) {
    Stream<Rule> ingress =
        rendered
            .all("Ingress")
            .flatMap(it -> it.each("/spec/rules/0/http/paths"))
            .map(path ->
                new Rule(
                    path.path("pathType").asString().equals("Exact"),
                    path.path("path").asString(),
                    path.at("/backend/service/name").asString()));
    Stream<Rule> routes =
        rendered.all("HTTPRoute").flatMap(it -> it.each("/spec/rules")).flatMap(Routes::matches);
    return new Routes(
        Stream.concat(ingress, routes)
            .sorted(
                Comparator.comparing(Rule::exact)
                    .thenComparing(rule -> rule.path().length())
                    .reversed())
            .toList());
  }

  private static Stream<Rule> matches(JsonNode rule) {
    String backend = rule.at("/backendRefs/0/name").asString();
    return rule.path("matches").values().stream()
        .map(match -> match.path("path"))
        .map(path ->
            new Rule(
                path.path("type").asString().equals("Exact"),
                path.path("value").asString(),
                backend));
  }

  /** The Service that answers there; empty where nobody does. */
  String backend(String path) {
    return rules.stream().filter(rule -> rule.fits(path)).map(Rule::backend).findFirst().orElse("");
  }

  record Rule(boolean exact, String path, String backend) {

    boolean fits(String asked) {
      return asked.equals(path) || (!exact && asked.startsWith(path + "/"));
    }
  }
}
