package io.herald.bot.account;

import io.herald.model.account.DailySummary;
import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.topic.Lane;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be chosen in the settings. To choose it again changes nothing.
 *
 * @param word in the button's data; older messages keep it, so it stays as it is
 * @param label on the button
 * @param change makes it so
 */
record Choice(String word, String label, UnaryOperator<Preferences> change) {

  /** All there are, by the rows they are shown in. */
  static final List<List<Choice>> ROWS =
      List.of(
          List.of(enabled("on", "On", true), enabled("off", "Off", false)),
          List.of(
              priority("min-bulk", "Everything", Lane.BULK),
              priority("min-standard", "No bulk", Lane.STANDARD),
              priority("min-interactive", "Urgent only", Lane.INTERACTIVE)),
          List.of(
              quiet("quiet-off", "No quiet hours", null),
              quiet("quiet-22-7", "22–7", hours(22, 7)),
              quiet("quiet-23-8", "23–8", hours(23, 8))),
          List.of(
              summary(
                  "summary-off",
                  "No summary",
                  its -> new DailySummary(false, its.at(), its.skipQuiet())),
              summary("summary-8", "8:00", its -> daily(8, its)),
              summary("summary-9", "9:00", its -> daily(9, its)),
              summary("summary-18", "18:00", its -> daily(18, its))),
          List.of(
              summary("summary-all", "Every day", its -> skipping(false, its)),
              summary("summary-busy", "Skip quiet days", its -> skipping(true, its))),
          List.of(
              zone("utc", "UTC", "Z"),
              zone("london", "London", "Europe/London"),
              zone("berlin", "Berlin", "Europe/Berlin")),
          List.of(
              zone("newyork", "New York", "America/New_York"),
              zone("kolkata", "Kolkata", "Asia/Kolkata"),
              zone("tokyo", "Tokyo", "Asia/Tokyo")));

  /** The choice of that word; empty when there is none. */
  static Optional<Choice> of(String word) {
    return ROWS.stream()
        .flatMap(List::stream)
        .filter(choice -> choice.word().equals(word))
        .findFirst();
  }

  /** Whether it is what somebody has at present. */
  boolean isMade(Preferences preferences) {
    return change.apply(preferences).equals(preferences);
  }

  private static Choice enabled(String word, String label, boolean enabled) {
    return new Choice(word, label, its -> its.withEnabled(enabled));
  }

  private static Choice priority(String word, String label, Lane lane) {
    return new Choice(word, label, its -> its.withMinimumPriority(lane));
  }

  private static Choice quiet(String word, String label, @Nullable QuietHours hours) {
    return new Choice(word, label, its -> its.withQuietHours(hours));
  }

  private static Choice summary(String word, String label, UnaryOperator<DailySummary> change) {
    return new Choice(word, label, its -> its.withSummary(change.apply(its.summary())));
  }

  private static DailySummary daily(int hour, DailySummary its) {
    return new DailySummary(true, LocalTime.of(hour, 0), its.skipQuiet());
  }

  private static DailySummary skipping(boolean quietDays, DailySummary its) {
    return new DailySummary(its.enabled(), its.at(), quietDays);
  }

  private static Choice zone(String word, String label, String id) {
    ZoneId zone = ZoneId.of(id);
    return new Choice("zone-" + word, label, its -> its.withZone(zone));
  }

  private static QuietHours hours(int from, int to) {
    return new QuietHours(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }
}
