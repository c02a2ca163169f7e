package io.herald.bench.load;

/**
 * Processor time during a run, in microseconds; NaN where the system does not tell.
 *
 * @param subject of what was measured
 * @param kafka of the broker, which others do not use at that time
 * @param redis of Redis
 * @param load of wrk
 */
public record CpuUse(double subject, double kafka, double redis, double load) {}
