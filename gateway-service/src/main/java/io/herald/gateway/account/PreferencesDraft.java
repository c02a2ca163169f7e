package io.herald.gateway.account;

import io.herald.model.account.DailySummary;
import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.topic.Lane;
import io.herald.runtime.contract.Violation;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Preferences as a person writes them, not yet checked. What is absent or blank is as in {@link
 * Preferences#DEFAULT}.
 *
 * @param enabled whether they want notifications at all
 * @param minimumPriority {@code interactive}, {@code standard} or {@code bulk}
 * @param quietFrom first quiet minute, {@code 22:00}; blank like {@code quietTo}: no quiet hours
 * @param quietTo first minute that is not quiet any more
 * @param zone a zone's name, {@code Europe/Berlin}
 * @param summary what they want of the daily summary
 */
public record PreferencesDraft(
    @Nullable Boolean enabled,
    @Nullable String minimumPriority,
    @Nullable String quietFrom,
    @Nullable String quietTo,
    @Nullable String zone,
    SummaryDraft summary) {

  /**
   * What a person wants of the daily summary, not yet checked.
   *
   * @param enabled whether they want it
   * @param at time of day, {@code 09:00}
   * @param skipQuiet whether days on which nothing happened are left out
   */
  public record SummaryDraft(
      @Nullable Boolean enabled, @Nullable String at, @Nullable Boolean skipQuiet) {}

  /** Where {@link Violation#path} points to for {@link #minimumPriority}. */
  public static final String PRIORITY_PATH = "/minimum_priority";

  /** Where {@link Violation#path} points to for {@link #quietFrom}. */
  public static final String FROM_PATH = "/quiet_hours/from";

  /** Where {@link Violation#path} points to for {@link #quietTo}. */
  public static final String TO_PATH = "/quiet_hours/to";

  /** Where {@link Violation#path} points to for {@link #zone}. */
  public static final String ZONE_PATH = "/zone";

  /** Where {@link Violation#path} points to for the time of the summary. */
  public static final String SUMMARY_PATH = "/summary/at";

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  /** What checking them brings. */
  public sealed interface Checked {}

  /** They are as they should be. */
  public record Valid(Preferences preferences) implements Checked {}

  /** They are not; all that is wrong. */
  public record Invalid(List<Violation> violations) implements Checked {}

  /** Checks them. */
  public Checked check() {
    List<Violation> wrong = new ArrayList<>();
    Lane priority = read(PRIORITY_PATH, minimumPriority, PreferencesDraft::lane, wrong);
    LocalTime from = read(FROM_PATH, quietFrom, PreferencesDraft::time, wrong);
    LocalTime to = read(TO_PATH, quietTo, PreferencesDraft::time, wrong);
    LocalTime daily = read(SUMMARY_PATH, summary.at(), PreferencesDraft::time, wrong);
    ZoneId place = read(ZONE_PATH, zone, PreferencesDraft::zone, wrong);
    if (isBlank(quietFrom) != isBlank(quietTo)) {
      String missing = isBlank(quietFrom) ? FROM_PATH : TO_PATH;
      wrong.add(new Violation(missing, "is missing: quiet hours have both"));
    }
    if (from != null && from.equals(to)) {
      wrong.add(new Violation(TO_PATH, "must differ from the beginning of the quiet hours"));
    }
    if (!wrong.isEmpty()) {
      return new Invalid(List.copyOf(wrong));
    }
    QuietHours hours = from == null || to == null ? null : new QuietHours(from, to);
    var told = new DailySummary(summary.enabled(), daily, summary.skipQuiet());
    return new Valid(new Preferences(enabled, priority, hours, place, told));
  }

  private static <T> @Nullable T read(
      String path, @Nullable String text, Function<String, T> read, List<Violation> wrong) {
    if (isBlank(text)) {
      return null;
    }
    try {
      return read.apply(text.strip());
    } catch (IllegalArgumentException e) {
      wrong.add(new Violation(path, String.valueOf(e.getMessage())));
      return null;
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Lane lane(String word) {
    return Arrays.stream(Lane.values())
        .filter(lane -> lane.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be one of " + words()));
  }

  private static String words() {
    return Arrays.stream(Lane.values()).map(Lane::word).collect(Collectors.joining(", "));
  }

  private static LocalTime time(String text) {
    if (!TIME.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a time of day such as 22:00");
    }
    return LocalTime.parse(text);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a zone's name such as Europe/Berlin", e);
    }
  }
}
