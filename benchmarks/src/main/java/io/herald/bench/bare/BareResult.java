package io.herald.bench.bare;

/**
 * What the bare sender tells of a run.
 *
 * @param startedMs before its first call, in milliseconds since the epoch
 * @param failed calls that were no success
 */
public record BareResult(long startedMs, int failed) {}
