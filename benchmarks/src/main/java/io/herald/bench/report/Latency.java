package io.herald.bench.report;

import java.util.stream.DoubleStream;

/** How long something took, in milliseconds. */
public record Latency(long count, double p50, double p90, double p99, double max) {

  /** Of single values; NaN among them stands for "never" and is left out. */
  public static Latency ofMillis(double... millis) {
    double[] told = DoubleStream.of(millis).filter(value -> !Double.isNaN(value)).toArray();
    return new Latency(
        told.length,
        Figures.percentile(0.5, told),
        Figures.percentile(0.9, told),
        Figures.percentile(0.99, told),
        Figures.percentile(1, told));
  }

  /** Adds itself to a table of name, count, p50, p90, p99 and max. */
  public void row(TextTable table, String name) {
    table.row(
        name,
        Long.toString(count),
        TextTable.number(p50, 1),
        TextTable.number(p90, 1),
        TextTable.number(p99, 1),
        TextTable.number(max, 1));
  }
}
