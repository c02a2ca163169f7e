package io.herald.gateway.reference;

import io.herald.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The OpenAPI document. Where it refers to a contract, the contract's own schema is put in, so that
 * there is one source of it and one document to read.
 */
final class ApiDocument {

  private static final String SOURCE = "/openapi/openapi.yaml";
  private static final String CONTRACTS = "/contracts/";
  private static final String DEFINITIONS = "#/$defs/";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER).build();

  private ApiDocument() {}

  /** The document with everything in it, as UTF-8 YAML. */
  static byte[] yaml() {
    return YAML.writeValueAsBytes(tree());
  }

  /** The document with everything in it. */
  static JsonNode tree() {
    JsonNode document = YAML.readTree(resource(SOURCE));
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    Map<String, String> places = new HashMap<>();
    for (String name : schemas.propertyNames().toArray(String[]::new)) {
      String reference = schemas.get(name).path("$ref").asString("");
      if (reference.startsWith(CONTRACTS)) {
        schemas.set(name, contract(reference, SCHEMAS + name));
        places.put(reference, SCHEMAS + name);
      }
    }
    lead(document, places);
    return document;
  }

  // What refers to a part of a contract leads to where the contract was put.
  private static void lead(JsonNode node, Map<String, String> places) {
    if (node instanceof ObjectNode object) {
      String[] reference = object.path("$ref").asString("").split("#", 2);
      String place = places.get(reference[0]);
      if (place != null) {
        object.put("$ref", place + (reference.length == 1 ? "" : reference[1]));
      }
    }
    node.forEach(child -> lead(child, places));
  }

  private static ObjectNode contract(String file, String place) {
    ObjectNode schema = (ObjectNode) Json.tree(resource(file));
    schema.remove("$schema");
    schema.remove("$id");
    settle(schema, place);
    return schema;
  }

  // Within the document, a contract's own definitions lie deeper; and our words for errors say
  // nothing to tools.
  private static void settle(JsonNode node, String place) {
    if (node instanceof ObjectNode object) {
      String reference = object.path("$ref").asString("");
      if (reference.startsWith(DEFINITIONS)) {
        object.put("$ref", place + reference.substring(1));
      }
      if (object.path("errorMessage").isObject()) {
        object.remove("errorMessage");
      }
      object.values().forEach(child -> settle(child, place));
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> settle(child, place));
    }
  }

  static byte[] resource(String path) {
    try (InputStream in = ApiDocument.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
