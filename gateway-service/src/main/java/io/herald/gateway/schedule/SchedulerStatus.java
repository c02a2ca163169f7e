package io.herald.gateway.schedule;

import io.herald.runtime.schedule.ScheduleCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the scheduler is doing.
 *
 * @param stored schedules that there are
 * @param paused those of them that are paused
 * @param due due now and waiting for a scheduler
 * @param nextDue when the next one is due; absent: none is any more
 * @param backlog waiting for longer than two seconds
 * @param backlogMillis how long the first of them waits; absent: there is none
 * @param runsLastHour due times that were fired or left out in the last hour
 * @param schedulers schedulers that are up; absent: Kafka does not tell
 */
record SchedulerStatus(
    long stored,
    long paused,
    long due,
    @Nullable Instant nextDue,
    long backlog,
    @Nullable Long backlogMillis,
    long runsLastHour,
    @Nullable Integer schedulers) {

  static SchedulerStatus of(ScheduleCounts counts, Optional<Integer> schedulers, Instant now) {
    Instant since = counts.behind() == 0 ? null : counts.waitingSince();
    return new SchedulerStatus(
        counts.stored(),
        counts.paused(),
        counts.due(),
        counts.next(),
        counts.behind(),
        since == null ? null : Duration.between(since, now).toMillis(),
        counts.lastHour(),
        schedulers.orElse(null));
  }
}
