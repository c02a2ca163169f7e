package io.herald.scheduler.queue;

import io.herald.model.job.JobEvent;

/**
 * A job that waits at another place than was told.
 *
 * @param last its last event
 * @param position its place now, 1: the next
 */
public record Moved(JobEvent last, int position) {}
