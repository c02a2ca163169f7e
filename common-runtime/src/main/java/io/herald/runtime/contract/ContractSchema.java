package io.herald.runtime.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.herald.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One of the JSON Schemas under {@code contracts/}, read once; for any number of threads. */
final class ContractSchema {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .errorMessageKeyword("errorMessage")
                      .formatAssertionsEnabled(true)
                      .locale(Locale.ROOT)
                      .build()));

  private final Schema schema;

  private ContractSchema(Schema schema) {
    this.schema = schema;
  }

  /**
   * The schema of that name.
   *
   * @param name for example {@code notification-requested}
   */
  static ContractSchema of(String name) {
    String file = "/contracts/" + name + ".schema.json";
    try (InputStream in = Json.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No schema at " + file);
      }
      Schema schema = SCHEMAS.getSchema(Json.tree(in.readAllBytes()));
      schema.initializeValidators();
      return new ContractSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is wrong with the document, by path; empty where nothing is. */
  List<Violation> violations(JsonNode document) {
    var errors = schema.validate(document);
    return errors.isEmpty() ? List.of() : SchemaProblems.told(errors);
  }
}
