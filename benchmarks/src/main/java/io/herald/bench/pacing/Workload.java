package io.herald.bench.pacing;

import io.herald.bench.outbound.BenchMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a subject has to send.
 *
 * @param broadcast all at once, in this order
 * @param replies one after the other while the broadcast is under way, each to a chat of its own
 *     that gets nothing else
 * @param every between two replies, and before the first one
 */
record Workload(List<BenchMessage> broadcast, List<BenchMessage> replies, Duration every) {
  private static final long FIRST_CHAT = 1_000_000;
  private static final long FIRST_REPLY_CHAT = 2_000_000;
  private static final long FIRST_WARM_UP_CHAT = 3_000_000;
  private static final long FIRST_WARM_UP_REPLY_CHAT = 4_000_000;
  private static final long LAST_GROUP = -1_000_000_001_000L;

  private static final int WARM_UP_CHATS = 250;
  private static final int WARM_UP_REPLIES = 50;
  private static final Duration WARM_UP_EVERY = Duration.ofMillis(100);

  /**
   * The one that is measured. Chats and groups are mixed as in a list of recipients, by a seed that
   * makes every run the same.
   */
  static Workload of(PacingOptions options) {
    List<Long> recipients = new ArrayList<>();
    LongStream.range(0, options.chats()).forEach(chat -> recipients.add(FIRST_CHAT + chat));
    groups(options)
        .forEach(group -> recipients.addAll(Collections.nCopies(options.groupMessages(), group)));
    Collections.shuffle(recipients, new Random(options.seed()));
    return new Workload(
        messages("broadcast-", recipients),
        messages("reply-", following(FIRST_REPLY_CHAT, options.replies())),
        Duration.ofMillis(options.everyMillis()));
  }

  /** One that is not counted: to private chats that get nothing afterwards. */
  static Workload warmUp() {
    return new Workload(
        messages("warm-", following(FIRST_WARM_UP_CHAT, WARM_UP_CHATS)),
        messages("warm-reply-", following(FIRST_WARM_UP_REPLY_CHAT, WARM_UP_REPLIES)),
        WARM_UP_EVERY);
  }

  static List<Long> groups(PacingOptions options) {
    return LongStream.range(0, options.groups()).mapToObj(group -> LAST_GROUP - group).toList();
  }

  private static List<Long> following(long first, int count) {
    return LongStream.range(first, first + count).boxed().toList();
  }

  private static List<BenchMessage> messages(String prefix, List<Long> recipients) {
    return IntStream.range(0, recipients.size())
        .mapToObj(i -> new BenchMessage(prefix + (i + 1), recipients.get(i)))
        .toList();
  }

  int size() {
    return broadcast.size() + replies.size();
  }

  Stream<BenchMessage> all() {
    return Stream.concat(broadcast.stream(), replies.stream());
  }
}
