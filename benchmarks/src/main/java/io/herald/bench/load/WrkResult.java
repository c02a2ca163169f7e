package io.herald.bench.load;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What wrk counted in one run: the last line that our scripts for it print.
 *
 * @param requests answered ones, whatever the answer
 * @param durationUs of the run
 * @param bytes received
 * @param statusErrors answers of 400 and above; no subject redirects
 * @param p50Us latencies in microseconds
 */
public record WrkResult(
    long requests,
    long durationUs,
    long bytes,
    long statusErrors,
    long connectErrors,
    long readErrors,
    long writeErrors,
    long timeouts,
    long p50Us,
    long p90Us,
    long p99Us,
    long p999Us,
    long maxUs) {
  private static final String MARK = "RESULT ";
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /**
   * Finds the result in wrk's output.
   *
   * @throws IllegalArgumentException when there is none: the run has failed
   */
  static WrkResult parse(List<String> output) {
    return output.reversed().stream()
        .filter(line -> line.startsWith(MARK))
        .findFirst()
        .map(line -> JSON.readValue(line.substring(MARK.length()), WrkResult.class))
        .orElseThrow(() -> new IllegalArgumentException("wrk printed no result"));
  }

  /** Requests that were answered with success. */
  public long acknowledged() {
    return requests - statusErrors;
  }

  /** Those of a second. */
  public double acknowledgedPerSecond() {
    return durationUs == 0 ? Double.NaN : acknowledged() * 1e6 / durationUs;
  }

  /** Answers of 400 and above, broken connections and timeouts. */
  public long errors() {
    return statusErrors + connectErrors + readErrors + writeErrors + timeouts;
  }
}
