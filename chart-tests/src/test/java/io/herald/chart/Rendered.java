package io.herald.chart;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that Helm would install.
 *
 * @param objects in Helm's order, hooks and tests among them
 */
record Rendered(List<Manifest> objects) {

  static Rendered of(String yaml) {
    return new Rendered(Yaml.documents(yaml).stream().map(Manifest::new).toList());
  }

  Stream<Manifest> all(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind));
  }

  Stream<Pod> pods() {
    return objects.stream().flatMap(Manifest::pods);
  }

  boolean has(String kind, String name) {
    return all(kind).anyMatch(object -> object.name().equals(name));
  }

  /** The one of that kind and name. */
  Manifest one(String kind, String name) {
    return all(kind)
        .filter(object -> object.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + objects));
  }

  /** The pod of a service, such as "gateway". */
  Pod pod(String component) {
    return pods()
        .filter(pod -> pod.owner().component().equals(component))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no pod of " + component));
  }

  /** The pods that a selector's labels mean. */
  List<Pod> selected(Map<String, String> labels) {
    return pods().filter(pod -> pod.labels().entrySet().containsAll(labels.entrySet())).toList();
  }
}
