package io.herald.bench.start;

import io.herald.local.options.Arguments;
import io.herald.local.options.UsageError;
import java.util.List;
import java.util.Set;

/**
 * How much is measured.
 *
 * @param services those that are started, one after the other
 * @param rounds starts of each kind; the median is told
 */
record StartOptions(List<String> services, int rounds) {

  private static final List<String> ALL =
      List.of("gateway-service", "bot-service", "scheduler-service", "notification-worker");

  static final String USAGE =
      """
      usage: bin/bench start [options]

      Starts each service alone, on a real broker and Redis, until its readiness answers 200: as the plain jar, and as image and
      systemd unit start it, unpacked and with the cache that deploy/docker/train writes. Training takes a minute for each service
      and is kept below benchmarks/target/start.

        --rounds N       starts of each kind (default 5)
        --only A,B       these services alone
      """;

  static StartOptions parse(String[] args) {
    Arguments arguments = Arguments.parse(args, Set.of("--rounds", "--only"));
    List<String> only = arguments.list("--only");
    if (!ALL.containsAll(only)) {
      throw new UsageError("--only takes " + String.join(", ", ALL));
    }
    return new StartOptions(only.isEmpty() ? ALL : only, arguments.number("--rounds", 5, 1, 100));
  }
}
