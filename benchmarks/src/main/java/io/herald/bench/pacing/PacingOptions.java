package io.herald.bench.pacing;

import io.herald.bench.outbound.Lanes;
import io.herald.local.options.Arguments;
import io.herald.model.topic.Lane;
import java.util.List;
import java.util.Set;

/**
 * What is sent, and by whom.
 *
 * @param chats private ones that get one message each
 * @param groupMessages to each group
 * @param replies asked for during the broadcast
 * @param everyMillis between two replies
 * @param seed of the broadcast's order
 * @param lane that Herald's broadcast waits on; replies are interactive
 */
record PacingOptions(
    List<Subject> subjects,
    int chats,
    int groups,
    int groupMessages,
    int replies,
    int everyMillis,
    int seed,
    Lane lane) {

  static final String USAGE =
      """
      usage: bin/bench pacing [options]

      Sends a broadcast to private chats and groups, and replies meanwhile, to a Telegram that takes 30 messages a second per bot,
      one per chat and 20 a minute per group: how long does it take, what is refused, and how long does a reply wait?

        --only NAMES         of %s (default: all)
        --chats N            private chats, one message each (default 600)
        --groups N           (default 10)
        --group-messages N   to each group (default 30)
        --replies N          to further private chats, while the broadcast is under way (default 60)
        --every-millis N     between two replies (default 300)
        --seed N             of the broadcast's order (default 1)
        --lane NAME          of Herald's broadcast: bulk, standard or interactive (default bulk)
      """
          .formatted(Subject.keys());

  static PacingOptions parse(String[] args) {
    Arguments arguments =
        Arguments.parse(
            args,
            Set.of(
                "--only",
                "--chats",
                "--groups",
                "--group-messages",
                "--replies",
                "--every-millis",
                "--seed",
                Lanes.OPTION));
    List<String> only = arguments.list("--only");
    return new PacingOptions(
        only.isEmpty() ? Subject.all() : only.stream().map(Subject::of).distinct().toList(),
        arguments.number("--chats", 600, 1, 20_000),
        arguments.number("--groups", 10, 0, 100),
        arguments.number("--group-messages", 30, 1, 500),
        arguments.number("--replies", 60, 0, 5_000),
        arguments.number("--every-millis", 300, 1, 60_000),
        arguments.number("--seed", 1, 0, 999_999_999),
        Lanes.of(arguments));
  }
}
