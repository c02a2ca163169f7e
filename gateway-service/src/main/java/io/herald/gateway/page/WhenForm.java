package io.herald.gateway.page;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Timing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * The part of a form that says when something is due, as it is shown and as it comes back.
 *
 * @param how {@code cron}, {@code every} or {@code once}
 * @param cron the expression
 * @param count how many of {@code unit}
 * @param unit {@code S}, {@code M}, {@code H} or {@code D}
 * @param from what {@code every} is counted from, which is not shown; empty: from 1970 on
 * @param at a local date and time
 * @param zone where {@code cron} and {@code at} are
 */
record WhenForm(
    String how, String cron, String count, String unit, String from, String at, String zone) {

  /** How it is shown to somebody who lives by that clock and has chosen nothing yet. */
  static WhenForm empty(ZoneId zone) {
    return new WhenForm("cron", "0 9 * * MON-FRI", "15", "M", "", "", TimingWords.name(zone));
  }

  /** How a timing is shown to somebody who lives by that clock. */
  static WhenForm of(Timing timing, ZoneId zone) {
    WhenForm empty = empty(zone);
    return switch (timing) {
      case Cron(String cron, ZoneId place) ->
          new WhenForm("cron", cron, empty.count, empty.unit, "", "", TimingWords.name(place));
      case Every(Duration every, Instant from) -> empty.every(every, from == null ? "" : "" + from);
      case At(Instant at) ->
          new WhenForm(
              "once", empty.cron, empty.count, empty.unit, "", local(at, zone), empty.zone);
    };
  }

  static WhenForm of(MultiValueMap<String, String> form) {
    return new WhenForm(
        ScheduleForm.text(form, "how"),
        ScheduleForm.text(form, "cron"),
        ScheduleForm.text(form, "count"),
        ScheduleForm.text(form, "unit"),
        ScheduleForm.text(form, "from"),
        ScheduleForm.text(form, "at"),
        ScheduleForm.text(form, "zone"));
  }

  // In the largest unit that it is a whole number of.
  private WhenForm every(Duration every, String from) {
    long seconds = every.toSeconds();
    if (seconds % 86_400 == 0) {
      return new WhenForm("every", cron, "" + seconds / 86_400, "D", from, "", zone);
    }
    if (seconds % 3_600 == 0) {
      return new WhenForm("every", cron, "" + seconds / 3_600, "H", from, "", zone);
    }
    return seconds % 60 == 0
        ? new WhenForm("every", cron, "" + seconds / 60, "M", from, "", zone)
        : new WhenForm("every", cron, "" + seconds, "S", from, "", zone);
  }

  // The field of a browser knows no more than milliseconds.
  private static String local(Instant at, ZoneId zone) {
    return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** The same as the API takes it. */
  Map<String, String> timing() {
    return switch (how) {
      case "every" -> every();
      case "once" -> Map.of("at", instant());
      default -> Map.of("cron", cron, "zone", zone);
    };
  }

  private Map<String, String> every() {
    Map<String, String> timing = new HashMap<>();
    timing.put("every", unit.equals("D") ? "P" + count + 'D' : "PT" + count + unit);
    if (!from.isEmpty()) {
      timing.put("from", from);
    }
    return timing;
  }

  // What is no time stays as it was typed, and is refused.
  private String instant() {
    try {
      return LocalDateTime.parse(at).atZone(ZoneId.of(zone)).toInstant().toString();
    } catch (DateTimeException e) {
      return at;
    }
  }
}
