package io.herald.scheduler.due;

import io.herald.runtime.config.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How schedules are fired.
 *
 * @param late from how late on a due time counts as missed, 1 s to 1 h
 * @param lease so long a claimed schedule is left alone; after a crash another fires it then, 2 s
 *     to 1 min
 * @param atOnce most that one scheduler fires at the same time, 1 to 1,000
 */
@ConfigurationProperties("herald.schedules")
record DueSettings(
    @DefaultValue("60s") Duration late,
    @DefaultValue("5s") Duration lease,
    @DefaultValue("200") int atOnce) {

  DueSettings {
    if (late.toMillis() < 1000 || late.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidSetting("HERALD_SCHEDULES_LATE", "must be 1s to 1h");
    }
    if (lease.toMillis() < 2000 || lease.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new InvalidSetting("HERALD_SCHEDULES_LEASE", "must be 2s to 1m");
    }
    if (atOnce < 1 || atOnce > 1000) {
      throw new InvalidSetting("HERALD_SCHEDULES_AT_ONCE", "must be 1 to 1000");
    }
  }

  /** How long a fire may take: it is over before another may claim the same. */
  Duration patience() {
    return lease.multipliedBy(4).dividedBy(5);
  }
}
