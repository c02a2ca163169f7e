package io.herald.scheduler.due;

import io.herald.model.schedule.Schedule;
import io.herald.runtime.trace.Trace;
import java.time.Instant;

/**
 * One fire of a schedule.
 *
 * @param schedule as it is in force
 * @param id the same whenever this is fired again: {@code schedule:daily:2026-01-05T09:00:00Z}
 * @param due when it was due, without jitter; of a fire by hand: when it was asked for
 * @param at now
 * @param trace for the headers of what is published
 */
public record Firing(Schedule schedule, String id, Instant due, Instant at, Trace trace) {}
