package io.herald.bench.ingest;

import io.herald.bench.load.CpuUse;
import io.herald.bench.load.WrkResult;

/**
 * One measured run.
 *
 * @param round counted from 0
 * @param cpu what it cost
 */
record Measurement(Subject subject, int connections, int round, WrkResult load, CpuUse cpu) {}
