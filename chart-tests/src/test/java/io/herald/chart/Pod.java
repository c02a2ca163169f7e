package io.herald.chart;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A pod as somebody will make it.
 *
 * @param owner what makes it
 * @param template its metadata and spec
 */
record Pod(Manifest owner, JsonNode template) {

  JsonNode at(String pointer) {
    return template.at("/spec" + pointer);
  }

  Map<String, String> labels() {
    return Manifest.texts(template.at("/metadata/labels"));
  }

  Stream<JsonNode> containers() {
    return Stream.of("/initContainers", "/containers").flatMap(kind -> Manifest.stream(at(kind)));
  }

  Stream<JsonNode> volumes() {
    return Manifest.stream(at("/volumes"));
  }

  /** The variables of its first container, each with the node that gives the value. */
  Map<String, JsonNode> environment() {
    Map<String, JsonNode> variables = new TreeMap<>();
    Manifest.stream(at("/containers/0/env"))
        .forEach(entry -> variables.put(entry.path("name").asString(), entry));
    return variables;
  }

  @Override
  public String toString() {
    return "pod of " + owner;
  }
}
