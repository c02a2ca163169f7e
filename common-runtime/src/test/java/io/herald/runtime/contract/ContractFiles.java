package io.herald.runtime.contract;

import io.herald.model.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

/** The schemas and their examples, as they lie in common-model. */
final class ContractFiles {

  static final List<String> SCHEMAS =
      List.of(
          "notification-requested",
          "outbound-message",
          "delivery-event",
          "account",
          "job-command",
          "job-event",
          "script-output",
          "external-command",
          "schedule",
          "schedule-run",
          "schedule-trigger");

  private ContractFiles() {}

  /**
   * An example of a schema.
   *
   * @param schema name of the schema
   * @param name for example {@code to.1.chat--is-a-number}: where it is wrong, and how
   */
  record Example(String schema, String name, byte[] bytes) {

    JsonNode tree() {
      return Json.tree(bytes);
    }

    /** The place that is wrong, as a JSON pointer. */
    String path() {
      String place = name.substring(0, name.indexOf("--"));
      return place.equals("whole") ? "" : '/' + place.replace('.', '/');
    }

    @Override
    public String toString() {
      return schema + ' ' + name;
    }
  }

  /** The examples of one kind, {@code valid}, {@code invalid} or {@code refused}. */
  static Stream<Example> examples(String kind) {
    return SCHEMAS.stream().flatMap(schema -> examples(schema, kind));
  }

  static Stream<Example> examples(String schema, String kind) {
    String all = "classpath:contracts/examples/" + schema + '/' + kind + "/*.json";
    try {
      return Stream.of(new PathMatchingResourcePatternResolver().getResources(all))
          .map(it -> example(schema, it));
    } catch (FileNotFoundException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode schema(String name) {
    try (InputStream in = Json.class.getResourceAsStream("/contracts/" + name + ".schema.json")) {
      return Json.tree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Example example(String schema, Resource file) {
    try {
      String name = file.getFilename().replace(".json", "");
      return new Example(schema, name, file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
