package io.herald.runtime.contract;

import io.herald.model.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads records of one contract and holds them to its schema. Fields that the contract doesn't name
 * are ignored. For any number of threads.
 *
 * @param <T> the record
 */
public final class ReadRecord<T> {

  private final ContractSchema schema;
  private final Class<T> type;

  private ReadRecord(ContractSchema schema, Class<T> type) {
    this.schema = schema;
    this.type = type;
  }

  /**
   * Of that contract.
   *
   * @param contract its name, for example {@code job-command}
   */
  public static <T> ReadRecord<T> of(String contract, Class<T> type) {
    return new ReadRecord<>(ContractSchema.of(contract), type);
  }

  /**
   * Reads and checks.
   *
   * @throws InvalidRecord naming all that is wrong
   * @throws io.herald.model.json.MalformedRecord when it is no JSON of that shape at all
   */
  public T read(byte[] json) {
    JsonNode document = Json.tree(json);
    List<Violation> violations = violations(document);
    if (!violations.isEmpty()) {
      throw new InvalidRecord(violations);
    }
    return Json.read(document, type);
  }

  /** All that the schema finds wrong with the document; empty: nothing. */
  public List<Violation> violations(JsonNode document) {
    return schema.violations(document);
  }
}
