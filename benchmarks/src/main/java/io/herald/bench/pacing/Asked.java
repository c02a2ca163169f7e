package io.herald.bench.pacing;

import java.util.Map;

/**
 * When a workload was handed to its subject, in milliseconds since the epoch.
 *
 * @param startedMs before the first message of the broadcast
 * @param repliesMs of each reply, by its key
 * @param failed messages that the subject itself gave up
 */
record Asked(long startedMs, Map<String, Long> repliesMs, int failed) {}
