package io.herald.local.options;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Options of the forms {@code --name value}, {@code --name=value} and {@code --flag}. */
public final class Arguments {
  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads a command line.
   *
   * @throws UsageError on an option that is not known, is given twice or lacks its value
   */
  public static Arguments parse(String[] args, Set<String> known) {
    return parse(args, known, Set.of());
  }

  /** The same, with flags besides: options that have no value. */
  public static Arguments parse(String[] args, Set<String> known, Set<String> flags) {
    Set<String> all = new TreeSet<>(known);
    all.addAll(flags);
    Map<String, String> values = new HashMap<>();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
    while (!rest.isEmpty()) {
      String argument = rest.pop();
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!all.contains(name)) {
        throw new UsageError("Unknown option " + name + ": known are " + String.join(", ", all));
      }
      if (flags.contains(name) && equals >= 0) {
        throw new UsageError(name + " takes no value");
      }
      String value =
          flags.contains(name)
              ? "true"
              : equals < 0 ? next(name, rest) : argument.substring(equals + 1);
      if (value.isBlank()) {
        throw new UsageError(name + " needs a value");
      }
      if (values.put(name, value) != null) {
        throw new UsageError(name + " is given twice");
      }
    }
    return new Arguments(values);
  }

  private static String next(String name, Deque<String> rest) {
    if (rest.isEmpty() || rest.peek().startsWith("--")) {
      throw new UsageError(name + " needs a value");
    }
    return rest.pop();
  }

  public String value(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** Whether the option is there. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Path path(String name, Path otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Path.of(value);
  }

  /** A comma-separated list; empty when the option is absent. */
  public List<String> list(String name) {
    return Arrays.stream(value(name, "").split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * A whole number.
   *
   * @throws UsageError when it is none, or is outside the range
   */
  public int number(String name, int otherwise, int least, int most) {
    String value = value(name, Integer.toString(otherwise));
    if (value.matches("-?\\d{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new UsageError(
        name + " must be a whole number from " + least + " to " + most + ", not " + value);
  }

  /** A port; 0 stands for a free one. */
  public int port(String name, int otherwise) {
    return number(name, otherwise, 0, 65_535);
  }
}
