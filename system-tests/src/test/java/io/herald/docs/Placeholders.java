package io.herald.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which properties take their values from variables with names of their own, {@code property:
 * ${VARIABLE:default}}.
 */
final class Placeholders {

  private static final Pattern LINE = Pattern.compile("( *)(\"?[\\w.\\[\\]-]+\"?) *[:=] *(\\S.*)?");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+):([^}]*)}");

  private final Map<String, Placeholder> byProperty = new HashMap<>();

  /** What stands for a property. */
  record Placeholder(String variable, String fallback) {}

  /** Reads YAML whose values are words, or a properties file; one that is not there has none. */
  void read(Path file) throws IOException {
    Deque<String> path = new ArrayDeque<>();
    Deque<Integer> depths = new ArrayDeque<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      var found = LINE.matcher(line);
      if (line.strip().startsWith("#") || !found.matches()) {
        continue;
      }
      while (!depths.isEmpty() && depths.peekLast() >= found.group(1).length()) {
        depths.removeLast();
        path.removeLast();
      }
      depths.addLast(found.group(1).length());
      path.addLast(found.group(2));
      note(String.join(".", path), found.group(3));
    }
  }

  private void note(String property, String value) {
    var found = PLACEHOLDER.matcher(value == null ? "" : value);
    if (found.matches()) {
      byProperty.put(property, new Placeholder(found.group(1), found.group(2)));
    }
  }

  Optional<Placeholder> of(String property) {
    return Optional.ofNullable(byProperty.get(property));
  }

  /** The default that the files give a variable; empty: none. */
  String fallback(String variable) {
    return byProperty.values().stream()
        .filter(it -> it.variable().equals(variable))
        .map(Placeholder::fallback)
        .findFirst()
        .orElse("");
  }
}
