package io.herald.model.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen at which times; on {@code herald.schedules} under its id. The last record
 * counts, and a record without a value deletes it.
 *
 * @param schemaVersion version of this record's shape
 * @param id the schedule's id: see {@link ScheduleIds}
 * @param revision how often it was saved, 1 at first; 0: not yet
 * @param owner who it belongs to
 * @param title what people call it; empty: nothing
 * @param timing when it is due
 * @param payload what happens then
 * @param jitter most that it is fired later, by chance, so that not all fire in the same second;
 *     zero: not at all. Ids hold the due time without it
 * @param misfire what becomes of a time that was missed
 * @param paused whether it fires at all; a pause is no misfire
 * @param endsAt from then on it is not due any more; absent: it never ends
 * @param createdAt when it was made; cut to milliseconds
 * @param updatedAt when it was changed last; cut to milliseconds
 */
public record Schedule(
    String schemaVersion,
    String id,
    long revision,
    Owner owner,
    String title,
    Timing timing,
    Payload payload,
    Duration jitter,
    Misfire misfire,
    boolean paused,
    @Nullable Instant endsAt,
    Instant createdAt,
    Instant updatedAt) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  /** The largest jitter. */
  public static final Duration MOST_JITTER = Duration.ofHours(1);

  public Schedule {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    if (!ScheduleIds.isId(Objects.requireNonNull(id, "id"))) {
      throw new IllegalArgumentException("a schedule's id is 1 to 64 of a-z, 0-9 and ._:-");
    }
    owner = owner == null ? Owner.OPERATORS : owner;
    title = title == null ? "" : title;
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(payload, "payload");
    jitter = jitter == null ? Duration.ZERO : jitter;
    if (jitter.isNegative() || jitter.compareTo(MOST_JITTER) > 0) {
      throw new IllegalArgumentException("jitter must be at most an hour");
    }
    misfire = misfire == null ? Misfire.DEFAULT : misfire;
    createdAt = Objects.requireNonNull(createdAt, "createdAt").truncatedTo(ChronoUnit.MILLIS);
    updatedAt = (updatedAt == null ? createdAt : updatedAt).truncatedTo(ChronoUnit.MILLIS);
  }

  /** A new one without jitter or end, to be saved for the first time. */
  public static Schedule of(
      String id, Owner owner, String title, Timing timing, Payload payload, Instant now) {
    return new Schedule(
        SCHEMA_VERSION,
        id,
        0,
        owner,
        title,
        timing,
        payload,
        Duration.ZERO,
        Misfire.DEFAULT,
        false,
        null,
        now,
        now);
  }

  /** The same with other contents of what people choose; id, revision and owner stay. */
  public Schedule with(
      String otherTitle,
      Timing otherTiming,
      Payload otherPayload,
      Duration otherJitter,
      Misfire otherMisfire,
      boolean nowPaused,
      @Nullable Instant otherEnd) {
    return new Schedule(
        schemaVersion,
        id,
        revision,
        owner,
        otherTitle,
        otherTiming,
        otherPayload,
        otherJitter,
        otherMisfire,
        nowPaused,
        otherEnd,
        createdAt,
        updatedAt);
  }

  /** The same, paused or not. */
  public Schedule withPaused(boolean now) {
    return with(title, timing, payload, jitter, misfire, now, endsAt);
  }

  /** The same at other times. */
  public Schedule withTiming(Timing other) {
    return with(title, other, payload, jitter, misfire, paused, endsAt);
  }

  /** The same with another misfire policy. */
  public Schedule withMisfire(Misfire other) {
    return with(title, timing, payload, jitter, other, paused, endsAt);
  }

  /** The same as it is saved next; clocks that differ let no change be older than the last. */
  public Schedule nextRevision(Instant now) {
    return new Schedule(
        SCHEMA_VERSION,
        id,
        revision + 1,
        owner,
        title,
        timing,
        payload,
        jitter,
        misfire,
        paused,
        endsAt,
        createdAt,
        now.isBefore(updatedAt) ? updatedAt : now);
  }
}
