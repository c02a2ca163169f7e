package io.herald.bench.ingest;

/**
 * One measured run.
 *
 * @param round counted from 0
 * @param cpuMicros processor time of the subject during the run; NaN where the system does not tell
 * @param kafkaCpuMicros of the broker, which others do not use at that time
 * @param redisCpuMicros of Redis
 * @param loadCpuMicros of wrk
 */
record Measurement(
    Subject subject,
    int connections,
    int round,
    WrkResult load,
    double cpuMicros,
    double kafkaCpuMicros,
    double redisCpuMicros,
    double loadCpuMicros) {}
