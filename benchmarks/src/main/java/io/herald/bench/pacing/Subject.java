package io.herald.bench.pacing;

import io.herald.local.options.UsageError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is measured: a sender of messages. */
enum Subject {
  HERALD_1("herald-1", "Herald, 1 worker", 1),
  HERALD_3("herald-3", "Herald, 3 workers", 3),
  GRAMMY_THROTTLER("grammy-throttler", "grammY + transformer-throttler", 0),
  GRAMMY_AUTO_RETRY("grammy-auto-retry", "grammY + auto-retry", 0);

  /** On the command line. */
  final String key;

  /** In tables. */
  final String title;

  /** Herald's worker processes; 0 for a peer. */
  final int workers;

  Subject(String key, String title, int workers) {
    this.key = key;
    this.title = title;
    this.workers = workers;
  }

  boolean isHerald() {
    return workers > 0;
  }

  static Subject of(String key) {
    return Arrays.stream(values())
        .filter(subject -> subject.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new UsageError("Unknown subject " + key + ": known are " + keys()));
  }

  static String keys() {
    return Arrays.stream(values()).map(subject -> subject.key).collect(Collectors.joining(", "));
  }

  static List<Subject> all() {
    return List.of(values());
  }
}
