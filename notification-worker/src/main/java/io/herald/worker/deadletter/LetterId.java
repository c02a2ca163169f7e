package io.herald.worker.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter lies in its topic; written {@code <partition>-<offset>}. */
record LetterId(int partition, long offset) {

  private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,6})-([0-9]{1,18})");

  /** Reads an id; empty when it is not written like one. */
  static Optional<LetterId> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new LetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
