package io.herald.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads YAML as Kubernetes does (version 1.1), and no key twice. */
public final class Yaml {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Yaml() {}

  /** All documents of a text; empty ones are left out. */
  static List<JsonNode> documents(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var documents = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text);
    return StreamSupport.stream(documents.spliterator(), false)
        .filter(Objects::nonNull)
        .map(document -> JSON.<JsonNode>valueToTree(document))
        .toList();
  }

  /** The only document of a text. */
  public static JsonNode document(String text) {
    return documents(text).getFirst();
  }
}
