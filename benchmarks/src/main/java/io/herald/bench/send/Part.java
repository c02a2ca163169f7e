package io.herald.bench.send;

import io.herald.local.options.UsageError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is measured. */
enum Part {
  HERALD("herald", "Herald, 1 worker"),
  BARE("bare", "bare telegrambots-client"),
  HEAP("heap", "heap with messages waiting");

  /** On the command line. */
  final String key;

  /** In tables. */
  final String title;

  Part(String key, String title) {
    this.key = key;
    this.title = title;
  }

  static Part of(String key) {
    return Arrays.stream(values())
        .filter(part -> part.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new UsageError("Unknown part " + key + ": known are " + keys()));
  }

  static String keys() {
    return Arrays.stream(values()).map(part -> part.key).collect(Collectors.joining(", "));
  }

  static List<Part> all() {
    return List.of(values());
  }
}
