package io.herald.bench.learning;

import io.herald.bench.outbound.Lanes;
import io.herald.local.options.Arguments;
import io.herald.local.options.UsageError;
import io.herald.model.topic.Lane;
import java.util.Set;

/**
 * How long is sent.
 *
 * @param limitedSeconds at the lower rate
 * @param returnedSeconds at the full rate afterwards
 * @param messages published beforehand, one per chat: more than can be sent in that time
 * @param lane that they wait on
 */
record LearningOptions(int limitedSeconds, int returnedSeconds, int messages, Lane lane) {

  static final String USAGE =
      """
      usage: bin/bench learning [options]

      A worker is told 30 messages a second, and Telegram quietly takes 20, then 30 again: how many are refused, and how soon does
      the worker follow?

        --limited-seconds N    at 20/s (default 60; the goal on throughput is judged on the second half)
        --returned-seconds N   at 30/s afterwards (default 75)
        --messages N           to as many private chats (default 5000)
        --lane NAME            that they wait on: bulk, standard or interactive (default bulk)
      """;

  static LearningOptions parse(String[] args) {
    Arguments arguments =
        Arguments.parse(
            args, Set.of("--limited-seconds", "--returned-seconds", "--messages", Lanes.OPTION));
    LearningOptions options =
        new LearningOptions(
            arguments.number("--limited-seconds", 60, 10, 600),
            arguments.number("--returned-seconds", 75, 10, 600),
            arguments.number("--messages", 5_000, 100, 60_000),
            Lanes.of(arguments));
    if (options.messages < options.mostMessages()) {
      throw new UsageError(
          "--messages must be at least "
              + options.mostMessages()
              + ": as many may be sent in that time");
    }
    return options;
  }

  /** With full buckets at the beginning and at the change. */
  private int mostMessages() {
    return (limitedSeconds + 1) * Rates.LOWER + (returnedSeconds + 1) * Rates.FULL;
  }

  int seconds() {
    return limitedSeconds + returnedSeconds;
  }
}
