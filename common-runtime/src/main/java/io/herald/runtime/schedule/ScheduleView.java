package io.herald.runtime.schedule;

import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it stands.
 *
 * @param schedule what is to happen
 * @param next when it is due next; absent: it is paused, or never any more
 * @param last what came of its last due time; absent: there was none
 */
public record ScheduleView(Schedule schedule, @Nullable Instant next, @Nullable ScheduleRun last) {}
