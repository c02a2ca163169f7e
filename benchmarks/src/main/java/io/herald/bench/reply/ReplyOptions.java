package io.herald.bench.reply;

import io.herald.local.options.Arguments;
import java.time.Duration;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param messages counted ones
 * @param warmup messages before them that are not counted
 * @param gap between a reply and the next message: the system is idle, and below Telegram's 30
 *     messages a second per bot
 */
record ReplyOptions(int messages, int warmup, Duration gap) {

  static final String USAGE =
      """
      usage: bin/bench reply [options]

      Sends /start from one user after the other and waits for each reply: how long does a user wait on an idle system?

        --messages N     counted ones (default 500)
        --warmup N       messages before them, not counted (default 200)
        --gap-millis N   between a reply and the next message (default 40)
      """;

  static ReplyOptions parse(String[] args) {
    Arguments arguments = Arguments.parse(args, Set.of("--messages", "--warmup", "--gap-millis"));
    return new ReplyOptions(
        arguments.number("--messages", 500, 1, 100_000),
        arguments.number("--warmup", 200, 0, 100_000),
        Duration.ofMillis(arguments.number("--gap-millis", 40, 0, 10_000)));
  }
}
