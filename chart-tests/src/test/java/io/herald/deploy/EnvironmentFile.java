package io.herald.deploy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An example of an environment file.
 *
 * @param text of lines {@code NAME=value}, some of them commented out
 */
record EnvironmentFile(String text) {

  private static final Pattern LINE = Pattern.compile("(?m)^(#?)([A-Z][A-Z0-9_]*)=(.*)$");

  static EnvironmentFile of(String path) {
    return new EnvironmentFile(Checkout.text(Checkout.DEPLOY.resolve(path)));
  }

  /** All names, also those that are commented out. */
  Set<String> all() {
    return names(LINE.matcher(text).results().map(line -> line.group(2)));
  }

  /** Those that wait for a value. */
  Set<String> empty() {
    return names(
        LINE.matcher(text)
            .results()
            .filter(line -> line.group(1).isEmpty() && line.group(3).isBlank())
            .map(line -> line.group(2)));
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }
}
