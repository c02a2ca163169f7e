package io.herald.runtime.schedule;

/**
 * What is wrong with a timing.
 *
 * @param field the field of the timing: {@code cron}, {@code zone}, {@code every}, {@code from} or
 *     {@code at}
 * @param problem what, in plain words; of a cron expression it begins with its field: {@code hour:
 *     25 is not 0-23}
 */
public record TimingProblem(String field, String problem) {}
