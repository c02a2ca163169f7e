package io.herald.model.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of schedules, and of what they make happen: the same due time gives the same id. */
public final class ScheduleIds {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,63}");
  private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  private static final Pattern FIRE =
      Pattern.compile("schedule:(.+):(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|manual:[^:]+)");

  private ScheduleIds() {}

  /**
   * Whether a schedule may have that id: 1 to 64 of {@code a-z0-9._:-}, so that the ids of what it
   * makes happen are short enough for a notification.
   */
  public static boolean isId(String id) {
    return FORM.matcher(id).matches();
  }

  /** Whether firing by hand may be asked for under that id: 1 to 40 of {@code A-Za-z0-9._-}. */
  public static boolean isRequest(String request) {
    return REQUEST.matcher(request).matches();
  }

  /** The id of what happens at that due time, {@code schedule:daily:2026-01-05T09:00:00Z}. */
  public static String fire(String schedule, Instant due) {
    return "schedule:" + schedule + ':' + due;
  }

  /** The id of the schedule that made that happen; empty: it was none. */
  public static Optional<String> scheduleOf(String fire) {
    Matcher form = FIRE.matcher(fire);
    return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
  }

  /** The id of what happens because somebody asked for it. */
  public static String manual(String schedule, String request) {
    return "schedule:" + schedule + ":manual:" + request;
  }
}
