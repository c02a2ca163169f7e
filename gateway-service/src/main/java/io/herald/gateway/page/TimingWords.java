package io.herald.gateway.page;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Timing;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When something is due, in a person's words; a cron expression that is less common, as it is. */
final class TimingWords {

  private static final Pattern SIMPLE =
      Pattern.compile("([0-9]{1,2}) ([0-9]{1,2}|\\*) (\\*|[0-9]{1,2}) \\* (\\S+)");
  private static final Pattern STEPS = Pattern.compile("\\*/([0-9]{1,2}) \\* \\* \\* \\*");
  private static final Map<String, String> DAYS =
      Map.ofEntries(
          Map.entry("MON-FRI", "on weekdays"),
          Map.entry("1-5", "on weekdays"),
          Map.entry("SAT,SUN", "at weekends"),
          Map.entry("*", "every day"),
          Map.entry("MON", "on Mondays"),
          Map.entry("TUE", "on Tuesdays"),
          Map.entry("WED", "on Wednesdays"),
          Map.entry("THU", "on Thursdays"),
          Map.entry("FRI", "on Fridays"),
          Map.entry("SAT", "on Saturdays"),
          Map.entry("SUN", "on Sundays"));

  private TimingWords() {}

  /** {@code on weekdays at 09:00}; the zone is told where it is not the person's own. */
  static String of(Timing timing, Times times) {
    return switch (timing) {
      case Cron(String cron, ZoneId zone) ->
          cron(cron.strip()) + (isSame(zone, times.zone()) ? "" : ", " + name(zone));
      case Every(Duration every, _) -> "every " + length(every);
      case At(var at) -> "once, " + times.exact(at);
    };
  }

  /** {@code Europe/Berlin}. */
  static String name(ZoneId zone) {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }

  private static boolean isSame(ZoneId one, ZoneId other) {
    return name(one).equals(name(other));
  }

  private static String cron(String cron) {
    Matcher steps = STEPS.matcher(cron);
    if (steps.matches()) {
      return "every " + steps.group(1) + " minutes";
    }
    Matcher simple = SIMPLE.matcher(cron);
    return simple.matches() ? simple(simple, cron) : "at " + cron;
  }

  private static String simple(Matcher cron, String whole) {
    String days = DAYS.get(cron.group(4).toUpperCase(Locale.ROOT));
    String hour = cron.group(2);
    String minute = "%02d".formatted(Integer.parseInt(cron.group(1)));
    boolean isEveryDay = cron.group(3).equals("*");
    if (hour.equals("*")) {
      return isEveryDay && "every day".equals(days) ? "every hour at :" + minute : "at " + whole;
    }
    String time = " at %02d:%s".formatted(Integer.parseInt(hour), minute);
    if (isEveryDay) {
      return days == null ? "at " + whole : days + time;
    }
    return "every day".equals(days)
        ? "on day " + cron.group(3) + " of each month" + time
        : "at " + whole;
  }

  /** {@code 1 hour 30 minutes}. */
  static String length(Duration length) {
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      return length.toMillis() + " ms";
    }
    return String.join(
        " ",
        Stream.of(
                part(length.toDaysPart(), "day"),
                part(length.toHoursPart(), "hour"),
                part(length.toMinutesPart(), "minute"),
                part(length.toSecondsPart(), "second"))
            .filter(text -> !text.isEmpty())
            .toList());
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + " " + unit + (count == 1 ? "" : "s");
  }
}
