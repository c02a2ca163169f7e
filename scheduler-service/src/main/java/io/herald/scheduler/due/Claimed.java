package io.herald.scheduler.due;

import io.herald.model.schedule.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that this replica alone looks at until its lease is over.
 *
 * @param schedule as it is in force
 * @param record the record that it came from
 * @param due its due time; null: it is over, and has been for long
 */
record Claimed(Schedule schedule, String record, @Nullable Instant due) {}
