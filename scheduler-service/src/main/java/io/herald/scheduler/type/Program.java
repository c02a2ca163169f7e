package io.herald.scheduler.type;

import io.herald.runtime.job.JobType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of job, and the program that does it.
 *
 * @param type what people may know of it
 * @param accepts what the whole argument has to match; absent: it takes none
 * @param command the program and its arguments, with placeholders
 * @param environment what the program finds in its environment, with placeholders
 * @param timeout how long it may run
 * @param concurrency most of its kind at once, over all schedulers
 * @param onCrash what becomes of one that was interrupted
 * @param requires programs that have to be installed
 * @param notifying how what it prints becomes a notification; null: it is a job that makes files
 */
public record Program(
    JobType type,
    @Nullable Pattern accepts,
    List<String> command,
    Map<String, String> environment,
    Duration timeout,
    int concurrency,
    OnCrash onCrash,
    List<String> requires,
    @Nullable Notifying notifying) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(argument|folder|job)\\}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    requires = List.copyOf(requires);
  }

  /** What it is called. */
  public String name() {
    return type.name();
  }

  /** Whether it is a notification script. */
  public boolean isScript() {
    return notifying != null;
  }

  /** Whether it can be about that; nobody can write a control character into a link. */
  public boolean accepts(String argument) {
    if (CONTROL.matcher(argument).find()) {
      return false;
    }
    return accepts == null ? argument.isEmpty() : accepts.matcher(argument).matches();
  }

  /**
   * A text with its placeholders filled in; what is filled in is not looked at again.
   *
   * @param values what stands for {@code argument}, {@code folder} and {@code job}
   */
  public static String filled(String text, UnaryOperator<String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
  }
}
