package io.herald.gateway.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hash that Redis holds for a notification as a whole.
 *
 * @param fields as {@code record.lua} writes them
 */
record Entry(Map<String, String> fields) {

  private static final String COUNT = "count:";

  /** Empty when Redis has none. */
  static Optional<Entry> of(Map<byte[], byte[]> hash) {
    Map<String, String> fields = new HashMap<>();
    hash.forEach((name, value) -> fields.put(new String(name, UTF_8), new String(value, UTF_8)));
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Entry(fields));
  }

  /** A message's entry without the line that is the script's. */
  static MessageView message(byte[] entry) {
    String text = new String(entry, UTF_8);
    return Json.read(text.substring(text.indexOf('\n') + 1).getBytes(UTF_8), MessageView.class);
  }

  Request request() {
    String json = fields.get("request");
    return json == null ? Request.UNKNOWN : Json.read(json.getBytes(UTF_8), Request.class);
  }

  String source() {
    return fields.getOrDefault("source", "");
  }

  String kind() {
    return fields.getOrDefault("kind", "");
  }

  @Nullable String title() {
    String title = fields.get("title");
    return title == null || title.isEmpty() ? null : title;
  }

  @Nullable Instant acceptedAt() {
    Long accepted = number("accepted");
    return accepted == null ? null : Instant.ofEpochMilli(accepted);
  }

  Timings timings() {
    return new Timings(since("pending"), since("attempted"), since("sent"));
  }

  // Clocks of different machines may disagree by a little.
  private @Nullable Long since(String field) {
    Long accepted = number("accepted");
    Long then = number(field);
    return accepted == null || then == null ? null : Math.max(0, then - accepted);
  }

  Tally tally() {
    Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
    for (MessageState state : MessageState.values()) {
      int count = Integer.parseInt(fields.getOrDefault(COUNT + state, "0"));
      if (count > 0) {
        counts.put(state, count);
      }
    }
    Long total = number("total");
    return new Tally(counts, total == null ? null : total.intValue());
  }

  private @Nullable Long number(String field) {
    String value = fields.get(field);
    return value == null ? null : Long.valueOf(value);
  }
}
