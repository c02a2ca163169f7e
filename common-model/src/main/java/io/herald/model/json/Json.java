package io.herald.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the records of Herald's topics: UTF-8 JSON, absent values left out, times as ISO
 * 8601 in UTC, unknown fields ignored so that a newer writer never breaks an older reader.
 */
public final class Json {

  // Buffers are kept by thread: the pool that all threads share costs more than the buffers do.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .disable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final ObjectReader TREES =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private static final JsonMapper CANONICAL =
      MAPPER.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Json() {}

  /** The record as UTF-8 JSON. */
  public static byte[] write(Object record) {
    return MAPPER.writeValueAsBytes(record);
  }

  /**
   * Reads one record.
   *
   * @throws MalformedRecord when the bytes are not JSON of that shape; trying again won't help
   */
  public static <T> T read(byte[] bytes, Class<T> type) {
    try {
      T read = MAPPER.readValue(bytes, type);
      if (read == null) {
        throw new MalformedRecord(type.getSimpleName() + " is null", null);
      }
      return read;
    } catch (JacksonException e) {
      throw new MalformedRecord("not a " + type.getSimpleName() + ": " + problem(e), null);
    }
  }

  /**
   * The same record as other bytes: equal records give equal bytes, however their maps are ordered.
   * For comparing and hashing.
   */
  public static byte[] canonical(Object record) {
    return CANONICAL.writeValueAsBytes(record);
  }

  /**
   * Reads any one JSON value. Names that are given twice are refused: nobody knows which one
   * counts.
   *
   * @throws MalformedRecord when the bytes are not JSON
   */
  public static JsonNode tree(byte[] bytes) {
    try {
      JsonNode tree = TREES.readTree(bytes);
      if (tree == null || tree.isMissingNode()) {
        throw new MalformedRecord("not well-formed JSON: it is empty", null);
      }
      return tree;
    } catch (DatabindException e) {
      throw new MalformedRecord(
          "not one JSON value that gives each name once" + offset(", at byte ", e), null);
    } catch (JacksonException e) {
      throw new MalformedRecord(problem(e), null);
    }
  }

  /**
   * Reads a record from JSON that was parsed before.
   *
   * @throws MalformedRecord when it is not of that shape; trying again won't help
   */
  public static <T> T read(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new MalformedRecord("not a " + type.getSimpleName() + ": " + problem(e), null);
    }
  }

  /** What is wrong and where, without a word of the content: Jackson's own texts quote it. */
  private static String problem(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return "JSON that is nested deeper, or has longer numbers or names, than is read here";
    }
    if (!(e instanceof DatabindException)) {
      return "not well-formed JSON" + offset(" at byte ", e);
    }
    Throwable cause = e.getCause();
    boolean ours =
        cause instanceof NullPointerException || cause instanceof IllegalArgumentException;
    return (ours ? cause.getMessage() : e.getClass().getSimpleName()) + " at " + place(e);
  }

  // Jackson does not know the place of everything that it refuses.
  private static String offset(String words, JacksonException e) {
    return e.getLocation() == null ? "" : words + e.getLocation().getByteOffset();
  }

  private static String place(JacksonException e) {
    return e.getPath().isEmpty()
        ? "the top"
        : e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : step.getPropertyName())
            .collect(Collectors.joining("."));
  }
}
