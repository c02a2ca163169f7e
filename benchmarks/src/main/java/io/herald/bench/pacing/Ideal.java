package io.herald.bench.pacing;

import io.herald.bench.outbound.BenchMessage;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The earliest end that any sender can reach: what Telegram's token buckets let pass, and when the
 * last reply is asked for. Network and processing are taken as nothing.
 *
 * @param botSeconds by the bot's bucket
 * @param groupSeconds by the bucket of the group that gets most; 0 without groups
 * @param askedSeconds until the last reply is asked for
 */
record Ideal(double botSeconds, double groupSeconds, double askedSeconds) {
  static final String FORMULA =
      "ideal = max((messages - 30) / 30 s, (messages of a group - 20) * 3 s, last reply asked for)";

  /** Telegram's, at the emulator and in Herald's own settings. */
  static final String GLOBAL = "30/s";

  static final String CHAT = "1/s";
  static final String GROUP = "20/m";

  private static final double BOT_CAPACITY = 30;
  private static final double SECONDS_PER_BOT_MESSAGE = 1 / 30.0;
  private static final double GROUP_CAPACITY = 20;
  private static final double SECONDS_PER_GROUP_MESSAGE = 3;

  static Ideal of(Workload workload) {
    Map<Long, Long> perGroup =
        workload
            .all()
            .map(BenchMessage::chat)
            .filter(chat -> chat < 0)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long most = perGroup.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return new Ideal(
        Math.max(0, workload.size() - BOT_CAPACITY) * SECONDS_PER_BOT_MESSAGE,
        Math.max(0, most - GROUP_CAPACITY) * SECONDS_PER_GROUP_MESSAGE,
        workload.every().multipliedBy(workload.replies().size()).toMillis() / 1e3);
  }

  double seconds() {
    return Math.max(botSeconds, Math.max(groupSeconds, askedSeconds));
  }
}
