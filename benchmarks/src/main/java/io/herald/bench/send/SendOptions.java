package io.herald.bench.send;

import io.herald.bench.outbound.Lanes;
import io.herald.local.options.Arguments;
import io.herald.model.topic.Lane;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param messages of each round
 * @param chats private ones that they go round
 * @param rounds counted turns of each sender
 * @param warmup turns before them
 * @param calls under way at once
 * @param waiting messages that wait while the heap is measured
 */
record SendOptions(
    List<Part> parts,
    int messages,
    int chats,
    int rounds,
    int warmup,
    int calls,
    Lane lane,
    int waiting) {

  static final String USAGE =
      """
      usage: bin/bench send [options]

      Lifts all limits and sends as fast as possible: messages a second of one worker next to telegrambots-client in a loop, and the
      processor time of each; then the worker's heap while messages wait.

        --only NAMES     of %s (default: all)
        --messages N     of each round (default 60000)
        --chats N        private chats that they go round (default 2000)
        --rounds N       turns of each sender; the table shows medians (default 3)
        --warmup N       turns before them, not counted (default 3)
        --calls N        under way at once, for both (default 64)
        --lane NAME      that Herald's messages wait on: bulk, standard or interactive (default bulk)
        --waiting N      messages while the heap is measured (default 100000)
      """
          .formatted(Part.keys());

  static SendOptions parse(String[] args) {
    Arguments arguments =
        Arguments.parse(
            args,
            Set.of(
                "--only",
                "--messages",
                "--chats",
                "--rounds",
                "--warmup",
                "--calls",
                Lanes.OPTION,
                "--waiting"));
    List<String> only = arguments.list("--only");
    return new SendOptions(
        only.isEmpty() ? Part.all() : only.stream().map(Part::of).distinct().toList(),
        arguments.number("--messages", 60_000, 100, 1_000_000),
        arguments.number("--chats", 2_000, 1, 100_000),
        arguments.number("--rounds", 3, 1, 50),
        arguments.number("--warmup", 3, 0, 50),
        arguments.number("--calls", 64, 1, 1_024),
        Lanes.of(arguments),
        arguments.number("--waiting", 100_000, 0, 2_000_000));
  }

  /** Those of the turn: each begins with another sender. */
  List<Part> senders(int round) {
    List<Part> senders = Stream.of(Part.HERALD, Part.BARE).filter(parts::contains).toList();
    return round % 2 == 0 ? senders : senders.reversed();
  }
}
