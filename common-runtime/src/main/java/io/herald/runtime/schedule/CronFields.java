package io.herald.runtime.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.scheduling.support.CronExpression;

/**
 * The text of a cron expression, field by field.
 *
 * @param fields as they are written: five, of which the first is the minute, or six with the second
 */
record CronFields(List<String> fields) {

  private enum Field {
    SECOND(0, 59, ""),
    MINUTE(0, 59, ""),
    HOUR(0, 23, ""),
    DAY_OF_MONTH(1, 31, ", L and W"),
    MONTH(1, 12, ", JAN-DEC"),
    DAY_OF_WEEK(0, 7, ", SUN-SAT, L and #");

    private final int least;
    private final int most;
    private final String others;

    Field(int least, int most, String others) {
      this.least = least;
      this.most = most;
      this.others = others;
    }

    private String words() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  private static final Pattern SPACE = Pattern.compile("\\s+");
  // Neither how far a step goes nor which of the month's weekdays it is.
  private static final Pattern VALUE = Pattern.compile("(?<![0-9A-Za-z/#])[0-9]{1,9}(?![0-9])");
  private static final Pattern BACKWARDS = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");

  static CronFields of(String cron) {
    String text = cron.strip();
    return new CronFields(text.isEmpty() ? List.of() : List.of(SPACE.split(text)));
  }

  /** What is wrong, beginning with the field's name; empty: each field is as it should be. */
  Optional<String> problem() {
    if (!areFiveOrSix()) {
      String have = fields.size() == 1 ? "1 field" : fields.size() + " fields";
      return Optional.of("has " + have + ", not 5 (minute first) or 6 (second first)");
    }
    return IntStream.range(0, Field.values().length)
        .mapToObj(at -> problem(Field.values()[at], all().get(at)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> problem(Field field, String text) {
    try {
      alone(field, text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(field.words() + ": " + reason(field, text));
    }
  }

  private static String reason(Field field, String text) {
    String range = field.least + "-" + field.most;
    Matcher values = VALUE.matcher(text);
    while (values.find()) {
      long value = Long.parseLong(values.group());
      if (value < field.least || value > field.most) {
        return value + " is not " + range;
      }
    }
    Matcher ranges = BACKWARDS.matcher(text);
    while (ranges.find()) {
      if (Integer.parseInt(ranges.group(1)) > Integer.parseInt(ranges.group(2))) {
        return ranges.group() + " goes backwards";
      }
    }
    return "must be made of " + range + ", *, lists, ranges and steps" + field.others;
  }

  private boolean areFiveOrSix() {
    return fields.size() == 5 || fields.size() == 6;
  }

  /** The whole expression; empty where there is a {@link #problem}. */
  Optional<CronExpression> expression() {
    try {
      return areFiveOrSix()
          ? Optional.of(CronExpression.parse(String.join(" ", all())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The days alone, each at midnight. */
  CronExpression days() {
    return CronExpression.parse("0 0 0 " + String.join(" ", all().subList(3, 6)));
  }

  CronExpression hours() {
    return alone(Field.HOUR, all().get(Field.HOUR.ordinal()));
  }

  CronExpression minutes() {
    return alone(Field.MINUTE, all().get(Field.MINUTE.ordinal()));
  }

  CronExpression seconds() {
    return alone(Field.SECOND, all().get(Field.SECOND.ordinal()));
  }

  /** That field alone, of the smaller ones the first value and of the larger ones every value. */
  private static CronExpression alone(Field field, String text) {
    List<String> others = new ArrayList<>(Collections.nCopies(Field.values().length, "*"));
    IntStream.range(0, Math.min(field.ordinal(), Field.DAY_OF_MONTH.ordinal()))
        .forEach(smaller -> others.set(smaller, "0"));
    others.set(field.ordinal(), text);
    return CronExpression.parse(String.join(" ", others));
  }

  private List<String> all() {
    if (fields.size() == Field.values().length) {
      return fields;
    }
    List<String> all = new ArrayList<>(fields);
    all.addFirst("0");
    return all;
  }
}
