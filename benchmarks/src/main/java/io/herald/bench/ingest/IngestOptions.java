package io.herald.bench.ingest;

import io.herald.local.options.Arguments;
import io.herald.local.options.UsageError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param seconds of each measured run
 * @param warmup seconds of load, not counted, that each subject gets at least before the first
 *     round
 * @param rounds how often all subjects take their turn
 * @param connections open ones at a time, each of them measured in every round
 * @param subjects in the order of their turns
 * @param wrkThreads threads of the load generator
 */
record IngestOptions(
    int seconds,
    int warmup,
    int rounds,
    List<Integer> connections,
    List<Subject> subjects,
    int wrkThreads) {

  static final String USAGE =
      """
      usage: bin/bench ingest [options]

      Posts Telegram updates at Herald's webhook and at its peers, one after the other, on this machine.

        --only NAMES         of %s (default: all)
        --seconds N          of each measured run (default 10)
        --rounds N           turns of every subject; the table shows medians (default 3)
        --connections N,N    (default 40,100; the goals are told for 100)
        --warmup N           seconds of load before the first round, not counted; longer until steady (default 15)
        --wrk-threads N      of the load generator (default 1)
      """
          .formatted(Subject.keys());

  static IngestOptions parse(String[] args) {
    Arguments arguments =
        Arguments.parse(
            args,
            Set.of(
                "--only", "--seconds", "--rounds", "--connections", "--warmup", "--wrk-threads"));
    List<String> only = arguments.list("--only");
    List<String> connections = arguments.list("--connections");
    return new IngestOptions(
        arguments.number("--seconds", 10, 1, 600),
        arguments.number("--warmup", 15, 1, 600),
        arguments.number("--rounds", 3, 1, 50),
        connections.isEmpty()
            ? List.of(40, 100)
            : connections.stream().map(IngestOptions::connectionCount).distinct().sorted().toList(),
        only.isEmpty() ? Subject.all() : only.stream().map(Subject::of).distinct().toList(),
        arguments.number("--wrk-threads", 1, 1, 16));
  }

  private static int connectionCount(String text) {
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new UsageError("--connections must be whole numbers from 1 to 9999, not " + text);
    }
    return Integer.parseInt(text);
  }

  /**
   * Those of the given round: each begins with another subject, so that none always follows the
   * same one.
   */
  List<Subject> turns(int round) {
    int first = round % subjects.size();
    List<Subject> turns = new ArrayList<>(subjects.subList(first, subjects.size()));
    turns.addAll(subjects.subList(0, first));
    return turns;
  }

  boolean needsBackends() {
    return subjects.stream().anyMatch(Subject::durable);
  }

  /** About how long all of it takes, in seconds. */
  long expectedSeconds() {
    long runs = (long) subjects.size() * connections.size() * rounds;
    return 15 + (long) subjects.size() * warmup + runs * (seconds + 1);
  }
}
