package io.herald.scheduler.type;

import io.herald.runtime.job.JobType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Reads one kind of job; what is wrong is an {@link IllegalArgumentException} that names it. */
final class ReadProgram {

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "description",
          "accepts",
          "admins-only",
          "command",
          "environment",
          "timeout",
          "concurrency",
          "on-crash",
          "requires");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MOST_AT_ONCE = 100;

  private final Map<?, ?> fields;
  private final String here;

  /**
   * Reads that.
   *
   * @param here folder of the file, which {@code {here}} stands for
   */
  ReadProgram(Map<?, ?> fields, String here) {
    this.fields = fields;
    this.here = here;
  }

  Program read() {
    for (Object field : fields.keySet()) {
      check(FIELDS.contains(field), "there is no field " + field);
    }
    String name = text("name", "");
    check(NAME.matcher(name).matches(), "name must be 1 to 32 of a-z, 0-9, _ and -");
    String description = text("description", "");
    check(!description.isBlank() && description.length() <= 200, "description must be told");
    String accepts = fields.containsKey("accepts") ? text("accepts", "") : null;
    List<String> command = texts("command");
    check(!command.isEmpty() && !command.getFirst().isBlank(), "command must be a list of texts");
    return new Program(
        new JobType(name, description, accepts, isTrue("admins-only")),
        pattern(accepts),
        command.stream().map(this::placed).toList(),
        environment(),
        timeout(),
        concurrency(),
        onCrash(),
        texts("requires"));
  }

  private static @Nullable Pattern pattern(@Nullable String accepts) {
    try {
      return accepts == null ? null : Pattern.compile(accepts);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("accepts is no regular expression", e);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    if (fields.get("environment") instanceof Map<?, ?> variables) {
      variables.forEach((name, value) -> {
        check(VARIABLE.matcher(String.valueOf(name)).matches(), "environment has odd names");
        check(isScalar(value), "environment must have texts as values");
        environment.put(String.valueOf(name), placed(String.valueOf(value)));
      });
    } else {
      check(!fields.containsKey("environment"), "environment must have names and values");
    }
    return environment;
  }

  private Duration timeout() {
    Duration timeout = duration(text("timeout", HOUR.toString()));
    check(
        timeout.isPositive() && timeout.compareTo(LONGEST) <= 0,
        "timeout must be such as 90s or 30m, at most a day");
    return timeout;
  }

  private static Duration duration(String text) {
    try {
      return DurationStyle.detectAndParse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("timeout must be such as 90s or 30m", e);
    }
  }

  private int concurrency() {
    Object value = fields.get("concurrency");
    if (value == null) {
      return MOST_AT_ONCE;
    }
    check(
        value instanceof Integer number && number >= 1 && number <= MOST_AT_ONCE,
        "concurrency must be 1 to " + MOST_AT_ONCE);
    return (Integer) value;
  }

  private OnCrash onCrash() {
    return switch (text("on-crash", "fail").toLowerCase(Locale.ROOT)) {
      case "restart" -> OnCrash.RESTART;
      case "fail" -> OnCrash.FAIL;
      default -> throw new IllegalArgumentException("on-crash must be restart or fail");
    };
  }

  private boolean isTrue(String field) {
    Object value = fields.get(field);
    check(value == null || value instanceof Boolean, field + " must be true or false");
    return Boolean.TRUE.equals(value);
  }

  private String text(String field, String otherwise) {
    Object value = fields.get(field);
    check(value == null ? !fields.containsKey(field) : isScalar(value), field + " must be a text");
    return value == null ? otherwise : String.valueOf(value).strip();
  }

  private List<String> texts(String field) {
    Object value = fields.get(field);
    if (value == null) {
      return List.of();
    }
    check(value instanceof List<?>, field + " must be a list of texts");
    List<String> texts = new ArrayList<>();
    for (Object text : (List<?>) value) {
      check(isScalar(text), field + " must be a list of texts");
      texts.add(String.valueOf(text));
    }
    return texts;
  }

  private static boolean isScalar(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  private String placed(String text) {
    return text.replace("{here}", here);
  }

  private static void check(boolean isRight, String problem) {
    if (!isRight) {
      throw new IllegalArgumentException(problem);
    }
  }
}
