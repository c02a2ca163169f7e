package io.herald.runtime.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.notification.Recipient;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Redis holds of a notification as a whole.
 *
 * @param request what was asked for; null: it was delivered before that was seen
 * @param fields of the hash of what happened, as {@code happened.lua} writes them
 */
record Entry(@Nullable Request request, Map<String, String> fields) {

  private static final String COUNT = "count:";

  /** Empty when Redis has none. */
  static Optional<Entry> of(Optional<byte[]> asked, Map<byte[], byte[]> hash) {
    if (asked.isEmpty() && hash.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    hash.forEach((name, value) -> fields.put(new String(name, UTF_8), new String(value, UTF_8)));
    return Optional.of(new Entry(asked.map(Entry::request).orElse(null), fields));
  }

  private static Request request(byte[] json) {
    return Json.read(json, Request.class);
  }

  /** A message's entry without the line that is the script's. */
  static MessageView message(byte[] entry) {
    String text = new String(entry, UTF_8);
    return Json.read(text.substring(text.indexOf('\n') + 1).getBytes(UTF_8), MessageView.class);
  }

  String source() {
    return request == null ? fields.getOrDefault("source", "") : request.source();
  }

  String kind() {
    return request == null ? fields.getOrDefault("kind", "") : request.kind();
  }

  @Nullable String title() {
    return request == null ? null : request.title();
  }

  /** Who it is for, as far as that is known. */
  List<Recipient> to() {
    return request == null ? List.of() : request.to();
  }

  @Nullable Lane priority() {
    return request == null ? null : request.priority();
  }

  @Nullable Instant acceptedAt() {
    return request == null ? null : Instant.ofEpochMilli(request.at());
  }

  @Nullable Instant notBefore() {
    return request == null ? null : request.notBefore();
  }

  @Nullable Instant expiresAt() {
    return request == null ? null : request.expiresAt();
  }

  Timings timings() {
    return new Timings(since("pending"), since("attempted"), since("sent"));
  }

  // Clocks of different machines may disagree by a little.
  private @Nullable Long since(String field) {
    Long then = number(field);
    return request == null || then == null ? null : Math.max(0, then - request.at());
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
