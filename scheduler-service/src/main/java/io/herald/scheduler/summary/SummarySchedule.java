package io.herald.scheduler.summary;

import io.herald.model.account.Account;
import io.herald.model.account.Preferences;
import io.herald.model.job.JobIds;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Summarize;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** What schedule somebody's summary is: a function of their account. */
final class SummarySchedule {

  // A summary in the evening still tells of the day; the next morning there is another.
  private static final Misfire LATE = new Misfire(Misfire.Policy.FIRE_ONCE, Duration.ofHours(12));
  private static final String TITLE = "Daily summary";
  private static final String PREFIX = "summary:";
  private static final Pattern FITS = Pattern.compile("[a-z0-9._-]{1,56}");

  private SummarySchedule() {}

  /** {@code summary:<user>}, or of what no id can hold a hash. */
  static String id(String user) {
    return PREFIX + (FITS.matcher(user).matches() ? user : JobIds.of(PREFIX + user));
  }

  /** Empty when that person gets none. */
  static Optional<Schedule> of(Account account, Instant now) {
    Preferences wants = account.preferences();
    return account.link() != null && wants.enabled() && wants.summary().enabled()
        ? Optional.of(schedule(account.user(), wants, now))
        : Optional.empty();
  }

  private static Schedule schedule(String user, Preferences wants, Instant now) {
    LocalTime at = wants.summary().at();
    var timing = new Cron(at.getMinute() + " " + at.getHour() + " * * *", wants.zone());
    return Schedule.of(id(user), Owner.user(user), TITLE, timing, new Summarize(user), now)
        .withMisfire(LATE);
  }
}
