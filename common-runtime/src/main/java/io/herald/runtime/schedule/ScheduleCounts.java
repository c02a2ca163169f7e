package io.herald.runtime.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is scheduled, and whether it is kept up with.
 *
 * @param stored how many schedules there are
 * @param paused how many of them are paused
 * @param due how many are due and wait for a scheduler; those in hand are none
 * @param behind how many of those wait for longer than {@link CountSchedules#SOON}
 * @param waitingSince since when the first of those that are due waits; null: none is
 * @param next the next due time; null: none of them is due any more
 * @param lastHour how many runs there were in the last hour
 */
public record ScheduleCounts(
    long stored,
    long paused,
    long due,
    long behind,
    @Nullable Instant waitingSince,
    @Nullable Instant next,
    long lastHour) {}
