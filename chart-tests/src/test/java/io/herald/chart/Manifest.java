package io.herald.chart;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One object as Kubernetes gets it.
 *
 * @param tree all of it
 */
record Manifest(JsonNode tree) {

  String apiVersion() {
    return tree.path("apiVersion").asString("");
  }

  String kind() {
    return tree.path("kind").asString("");
  }

  String name() {
    return at("/metadata/name").asString("");
  }

  /** The service or part of Herald that it belongs to. */
  String component() {
    return labels().getOrDefault("app.kubernetes.io/component", "");
  }

  Map<String, String> labels() {
    return texts(at("/metadata/labels"));
  }

  Map<String, String> annotations() {
    return texts(at("/metadata/annotations"));
  }

  /** What lies there, by JSON pointer; a missing node if nothing does. */
  JsonNode at(String pointer) {
    return tree.at(pointer);
  }

  /** What lies below an array or object there. */
  Stream<JsonNode> each(String pointer) {
    return stream(at(pointer));
  }

  /** The pods that it makes or is: a template, or itself. */
  Stream<Pod> pods() {
    return switch (kind()) {
      case "Deployment", "StatefulSet", "Job" -> Stream.of(new Pod(this, at("/spec/template")));
      case "Pod" -> Stream.of(new Pod(this, tree));
      default -> Stream.empty();
    };
  }

  static Stream<JsonNode> stream(JsonNode parent) {
    return parent.values().stream();
  }

  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
    return texts;
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
