package io.herald.model.schedule;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a schedule fired now, whenever it is due; on {@code herald.schedule-triggers}
 * under the schedule's id. The same request again is the same fire.
 *
 * @param schemaVersion version of this record's shape
 * @param schedule the schedule's id
 * @param request the request's id: see {@link ScheduleIds#isRequest}
 * @param by who wants it; absent: not told
 * @param at when it was wanted
 */
public record ScheduleTrigger(
    String schemaVersion, String schedule, String request, @Nullable String by, Instant at) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  public ScheduleTrigger {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(at, "at");
    if (!ScheduleIds.isRequest(Objects.requireNonNull(request, "request"))) {
      throw new IllegalArgumentException("a request's id is 1 to 40 of A-Z, a-z, 0-9 and ._-");
    }
  }

  /** The id of what it makes happen. */
  public String fire() {
    return ScheduleIds.manual(schedule, request);
  }
}
