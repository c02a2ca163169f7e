package io.herald.scheduler.type;

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

/** What YAML says of one program; what is wrong is an {@link IllegalArgumentException}. */
final class Fields {

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int MOST_AT_ONCE = 100;

  private final Map<?, ?> fields;
  private final String here;

  /**
   * Of that.
   *
   * @param here folder of the file, which {@code {here}} stands for
   */
  Fields(Map<?, ?> fields, String here) {
    this.fields = fields;
    this.here = here;
  }

  /** Refuses all but these. */
  void allow(Set<String> known) {
    for (Object field : fields.keySet()) {
      check(known.contains(field), "there is no field " + field);
    }
  }

  @Nullable String accepts() {
    return fields.containsKey("accepts") ? text("accepts", "") : null;
  }

  static @Nullable Pattern pattern(@Nullable String accepts) {
    try {
      return accepts == null ? null : Pattern.compile(accepts);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("accepts is no regular expression", e);
    }
  }

  Map<String, String> environment() {
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

  /** How long it may run: as it says, or else that long. */
  Duration timeout(Duration otherwise, Duration longest) {
    Duration timeout = duration("timeout", otherwise);
    check(
        timeout.isPositive() && timeout.compareTo(longest) <= 0,
        "timeout must be such as 90s or 30m, at most " + words(longest));
    return timeout;
  }

  Duration duration(String field, Duration otherwise) {
    try {
      return DurationStyle.detectAndParse(text(field, otherwise.toString()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(field + " must be such as 90s or 30m", e);
    }
  }

  private static String words(Duration duration) {
    return duration.toDays() == 1 ? "a day" : duration.toSeconds() + "s";
  }

  int concurrency() {
    Object value = fields.get("concurrency");
    if (value == null) {
      return MOST_AT_ONCE;
    }
    check(
        value instanceof Integer number && number >= 1 && number <= MOST_AT_ONCE,
        "concurrency must be 1 to " + MOST_AT_ONCE);
    return (Integer) value;
  }

  OnCrash onCrash(OnCrash otherwise) {
    return switch (text("on-crash", otherwise.name()).toLowerCase(Locale.ROOT)) {
      case "restart" -> OnCrash.RESTART;
      case "fail" -> OnCrash.FAIL;
      default -> throw new IllegalArgumentException("on-crash must be restart or fail");
    };
  }

  boolean isTrue(String field) {
    Object value = fields.get(field);
    check(value == null || value instanceof Boolean, field + " must be true or false");
    return Boolean.TRUE.equals(value);
  }

  String text(String field, String otherwise) {
    Object value = fields.get(field);
    check(value == null ? !fields.containsKey(field) : isScalar(value), field + " must be a text");
    return value == null ? otherwise : String.valueOf(value).strip();
  }

  List<String> texts(String field) {
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

  String placed(String text) {
    return text.replace("{here}", here);
  }

  static void check(boolean isRight, String problem) {
    if (!isRight) {
      throw new IllegalArgumentException(problem);
    }
  }
}
