package io.herald.bench.schedules;

import io.herald.local.options.Arguments;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param many schedules that are stored and not due
 * @param few the same, to compare with
 * @param due schedules that are due within the time, and again as many at one instant
 * @param seconds that time
 */
record SchedulesOptions(int many, int few, int due, int seconds) {

  static final String USAGE =
      """
      usage: bin/bench schedules [options]

      One scheduler, its Redis and its broker. So many schedules are stored and not due; others are due one after the other, and
      then as many at one instant. Once with few stored and once with many: what does a fire cost?

        --many N       schedules that are stored (default 1000000)
        --few N        the same, to compare with (default 10000)
        --due N        schedules that are due (default 10000)
        --seconds N    within this time (default 60)
      """;

  static SchedulesOptions parse(String[] args) {
    Arguments arguments = Arguments.parse(args, Set.of("--many", "--few", "--due", "--seconds"));
    return new SchedulesOptions(
        arguments.number("--many", 1_000_000, 1, 5_000_000),
        arguments.number("--few", 10_000, 1, 5_000_000),
        arguments.number("--due", 10_000, 100, 100_000),
        arguments.number("--seconds", 60, 5, 600));
  }
}
