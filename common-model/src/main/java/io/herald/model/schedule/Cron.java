package io.herald.model.schedule;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Times on the clock of a place: {@code 0 9 * * MON-FRI}. What happens when clocks are changed is
 * said in {@code docs/schedules.md}.
 *
 * @param cron minute, hour, day of month, month, day of week; with six fields the first is the
 *     second. It need not be a valid expression: what is not is never due
 * @param zone the place; absent in JSON: UTC
 */
public record Cron(String cron, ZoneId zone) implements Timing {

  public Cron {
    Objects.requireNonNull(cron, "cron");
    zone = zone == null ? ZoneOffset.UTC : zone;
  }
}
