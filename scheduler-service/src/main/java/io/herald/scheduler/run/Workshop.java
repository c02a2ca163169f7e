package io.herald.scheduler.run;

import io.herald.model.job.JobEvent;
import io.herald.scheduler.queue.Sign;
import io.herald.scheduler.tell.JobMetrics;
import io.herald.scheduler.tell.TellJob;
import io.herald.scheduler.type.Program;
import io.herald.scheduler.type.Programs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every job in hand works with.
 *
 * @param programs the kinds of jobs
 * @param folders where their files lie
 * @param grace how long their processes have to end when they are asked to
 * @param tell tells how far they are
 * @param metrics counts
 * @param scripts what scripts need besides
 * @param sign gives a sign of life of one; while Redis is away it goes on
 */
record Workshop(
    Programs programs,
    JobFolders folders,
    Duration grace,
    TellJob tell,
    JobMetrics metrics,
    Scripts scripts,
    Function<Held, Sign> sign) {

  Optional<Program> program(JobEvent event) {
    return programs.find(event.job().type());
  }

  Instant now() {
    return Instant.now();
  }
}
