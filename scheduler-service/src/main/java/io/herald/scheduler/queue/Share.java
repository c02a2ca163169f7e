package io.herald.scheduler.queue;

/**
 * How much there may be of one kind of job.
 *
 * @param kind its name
 * @param most at once, over all schedulers
 * @param isScript whether it counts among the notification scripts, else among the other jobs
 */
public record Share(String kind, int most, boolean isScript) {}
