package io.herald.bot.command;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What somebody wrote behind a command, by the names of its {@link Usage}; all of it is checked.
 */
public final class Arguments {

  private final Map<String, String> values;

  Arguments(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** One that may not be left out; it is never empty. */
  public String text(String name) {
    return optional(name).orElseThrow(() -> new NoSuchElementException("no argument " + name));
  }

  /** One that may be left out; empty when it was. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A number that may not be left out. */
  public long number(String name) {
    return Long.parseLong(text(name));
  }
}
