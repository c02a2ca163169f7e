package io.herald.bench.schedules;

import static io.herald.bench.report.TextTable.number;

import io.herald.bench.report.Latency;
import io.herald.bench.report.TextTable;

/**
 * What came out with so many schedules stored.
 *
 * @param stored schedules that were not due
 * @param indexedPerSecond schedules brought into Redis, from their publication on
 * @param fired of those that were due one after the other
 * @param again fires that were published more than once
 * @param lateness of those, until they were handed to Kafka
 * @param burstPerSecond fires a second when all are due at one instant
 * @param schedulerMicros processor time of the scheduler per fire, the runs' way into the index
 *     included
 * @param redisMicros the same of Redis
 * @param redisMegabytes most memory that Redis had resident
 * @param schedulerMegabytes the same of the scheduler
 */
record SchedulesRound(
    int stored,
    double indexedPerSecond,
    long fired,
    int again,
    Latency lateness,
    double burstPerSecond,
    double schedulerMicros,
    double redisMicros,
    double redisMegabytes,
    double schedulerMegabytes) {

  static TextTable table() {
    return new TextTable(
        "stored",
        "indexed/s",
        "fired",
        "p50 ms",
        "p99 ms",
        "max ms",
        "burst fires/s",
        "scheduler µs",
        "redis µs",
        "redis MB",
        "scheduler MB");
  }

  void row(TextTable table) {
    table.row(
        number(stored, 0),
        number(indexedPerSecond, 0),
        number(fired, 0),
        number(lateness.p50(), 0),
        number(lateness.p99(), 0),
        number(lateness.max(), 0),
        number(burstPerSecond, 0),
        number(schedulerMicros, 0),
        number(redisMicros, 0),
        number(redisMegabytes, 0),
        number(schedulerMegabytes, 0));
  }

  /** Processor time of both per fire, in microseconds. */
  double micros() {
    return schedulerMicros + redisMicros;
  }
}
