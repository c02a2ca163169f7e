package io.herald.bench.notify;

import io.herald.local.options.Arguments;
import io.herald.local.options.UsageError;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param parts of {@code rate} and {@code latency}
 * @param seconds of each run with load
 * @param warmup seconds of load, not counted, that each subject gets at least
 * @param rounds turns of both subjects
 * @param messages sent one at a time on an idle system
 * @param gap between a message and the next: the system is idle, and below Telegram's 30 messages a
 *     second per bot
 */
record NotifyOptions(
    List<String> parts, int seconds, int warmup, int rounds, int messages, Duration gap) {

  static final String RATE = "rate";
  static final String LATENCY = "latency";

  /** Open ones at a time, for which the goals are told. */
  static final int CONNECTIONS = 100;

  static final String USAGE =
      """
      usage: bin/bench notify [options]

      Posts notifications at the HTTP API: as many as it takes at 100 connections, next to a bare endpoint; then one at a time
      through the whole system to the emulator.

        --only PARTS     of rate, latency (default: both)
        --seconds N      of each run with load (default 10)
        --rounds N       turns of both subjects; the table shows medians (default 3)
        --warmup N       seconds of load before the first round, not counted; longer until steady (default 15)
        --messages N     sent one at a time; half as many before them are not counted (default 400)
        --gap-millis N   between a message and the next (default 40)
      """;

  static NotifyOptions parse(String[] args) {
    Arguments arguments =
        Arguments.parse(
            args,
            Set.of("--only", "--seconds", "--rounds", "--warmup", "--messages", "--gap-millis"));
    List<String> only = arguments.list("--only");
    only.stream()
        .filter(it -> !it.equals(RATE) && !it.equals(LATENCY))
        .forEach(it -> {
          throw new UsageError("Unknown part " + it + ": known are rate, latency");
        });
    return new NotifyOptions(
        only.isEmpty() ? List.of(RATE, LATENCY) : only,
        arguments.number("--seconds", 10, 1, 600),
        arguments.number("--warmup", 15, 1, 600),
        arguments.number("--rounds", 3, 1, 50),
        arguments.number("--messages", 400, 1, 100_000),
        Duration.ofMillis(arguments.number("--gap-millis", 40, 0, 10_000)));
  }

  boolean wants(String part) {
    return parts.contains(part);
  }
}
