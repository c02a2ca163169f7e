package io.herald.bot.command;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to follow a command. Words are told apart by the space between them.
 *
 * @param arguments in the order in which they are written; empty: whatever follows the command is
 *     not looked at
 * @param examples of what may follow, for people who wrote something else; empty: none are needed
 */
public record Usage(List<Argument> arguments, List<String> examples) {

  /** Nothing has to follow; what does is ignored, but for {@link Request#arguments()}. */
  public static final Usage NONE = new Usage(List.of(), List.of());

  public Usage {
    arguments = List.copyOf(arguments);
    examples = List.copyOf(examples);
    long names = arguments.stream().map(Argument::name).distinct().count();
    if (names < arguments.size()) {
      throw new IllegalArgumentException("two arguments have the same name");
    }
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).takesRest()) {
        throw new IllegalArgumentException("nothing can follow the rest of a text");
      }
      if (arguments.get(i).isOptional() && !arguments.get(i + 1).isOptional()) {
        throw new IllegalArgumentException("what may be left out comes last");
      }
    }
  }

  /** These have to follow. */
  public static Usage of(Argument... arguments) {
    return new Usage(List.of(arguments), List.of());
  }

  /** The same with examples of what may follow. */
  public Usage withExamples(String... others) {
    return new Usage(arguments, List.of(others));
  }

  /** Says what is wrong, and how the command of that name is written. */
  public String explain(String problem, String command) {
    String shown = problem + "\nUsage: " + line(command);
    return examples.stream()
        .map(example -> "\n/" + command + ' ' + example)
        .collect(joining("", examples.isEmpty() ? shown : shown + "\nFor example:", ""));
  }

  /** How the command of that name is written: {@code /cancel <job>}. */
  String line(String command) {
    return arguments.isEmpty() ? '/' + command : '/' + command + ' ' + shown();
  }

  /** The arguments alone: {@code <job>}; empty where there are none. */
  String shown() {
    return arguments.stream().map(Argument::shown).collect(joining(" "));
  }

  /** Reads what somebody wrote. */
  Reading read(String text) {
    Map<String, String> values = new HashMap<>();
    String rest = text.strip();
    for (Argument argument : arguments) {
      if (rest.isEmpty()) {
        return argument.isOptional() ? right(values) : missing(argument);
      }
      String written = argument.takesRest() ? rest : rest.split("\\s", 2)[0];
      Optional<String> value = argument.read(written);
      if (value.isEmpty()) {
        return wrong(argument);
      }
      values.put(argument.name(), value.get());
      rest = rest.substring(written.length()).strip();
    }
    return rest.isEmpty() || arguments.isEmpty()
        ? right(values)
        : new Reading.Wrong("That is more than I expected.");
  }

  private static Reading right(Map<String, String> values) {
    return new Reading.Right(new Arguments(values));
  }

  private static Reading missing(Argument argument) {
    return new Reading.Wrong(argument.shown() + " is missing.");
  }

  private static Reading wrong(Argument argument) {
    return new Reading.Wrong(argument.shown() + " has to be " + argument.kind().words() + '.');
  }

  /** What came of reading. */
  sealed interface Reading {

    /** It is as it has to be. */
    record Right(Arguments arguments) implements Reading {}

    /**
     * It is not.
     *
     * @param problem what is wrong, a sentence for people
     */
    record Wrong(String problem) implements Reading {}
  }
}
