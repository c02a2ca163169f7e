package io.herald.gateway.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Timing;
import io.herald.runtime.schedule.Timetable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something would be due.
 *
 * @param next the next three times; fewer where it ends
 * @param zone where {@code local} is; UTC but for a cron expression
 * @param local the same times on the clocks there
 */
public record Preview(
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Instant> next,
    String zone,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<OffsetDateTime> local) {

  private static final int TIMES = 3;

  static Preview of(Timing timing, @Nullable Instant endsAt, Instant now) {
    List<Instant> next =
        Timetable.next(timing, now, TIMES).stream()
            .filter(due -> endsAt == null || due.isBefore(endsAt))
            .toList();
    ZoneId zone = timing instanceof Cron cron ? cron.zone() : ZoneOffset.UTC;
    return new Preview(
        next,
        zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId(),
        next.stream().map(due -> due.atZone(zone).toOffsetDateTime()).toList());
  }
}
