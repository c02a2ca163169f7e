package io.herald.bench.commands;

import io.herald.local.options.Arguments;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param seconds of each run with load
 * @param warmup seconds of load, not counted, that each way gets at least
 * @param rounds turns of both ways
 */
record CommandsOptions(int seconds, int warmup, int rounds) {

  /** Open ones at a time. */
  static final int CONNECTIONS = 100;

  static final String USAGE =
      """
      usage: bin/bench commands [options]

      Posts commands at the webhook, as many as it takes at 100 connections: once with the bot service standing still, which is
      ingestion alone; once until every command's reply is in Kafka for the worker.

        --seconds N      of each run with load (default 10)
        --rounds N       turns of both; the table shows medians (default 3)
        --warmup N       seconds of load before the first round, not counted; longer until steady (default 30)
      """;

  static CommandsOptions parse(String[] args) {
    Arguments arguments = Arguments.parse(args, Set.of("--seconds", "--rounds", "--warmup"));
    return new CommandsOptions(
        arguments.number("--seconds", 10, 1, 600),
        arguments.number("--warmup", 30, 1, 600),
        arguments.number("--rounds", 3, 1, 50));
  }
}
