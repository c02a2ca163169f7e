package io.herald.scheduler.queue;

import io.herald.model.job.JobEvent;
import java.util.List;

/**
 * A look at all jobs.
 *
 * @param queued how many wait
 * @param running how many run, on all schedulers
 * @param abandoned last events of those that nobody runs any more; whoever looked has to see to
 *     them now
 */
public record Look(int queued, int running, List<JobEvent> abandoned) {}
