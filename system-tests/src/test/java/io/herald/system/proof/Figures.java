package io.herald.system.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a kill test has measured.
 *
 * @param fault what was done
 * @param sent updates that users caused
 * @param acknowledged updates answered with a 2xx
 * @param inKafka distinct updates in the topic
 * @param moreThanOnce updates that the topic holds more than once
 * @param notInKafka updates that were acknowledged and are not in the topic
 * @param replies distinct replies that the chats got
 * @param duplicates further copies of a reply
 * @param allowed most duplicates that the design permits for this fault
 * @param overtaken replies that came after one to a later question of their chat
 * @param deadLetters records put aside
 * @param took from the first update to the last reply
 */
record Figures(
    String fault,
    int sent,
    int acknowledged,
    int inKafka,
    int moreThanOnce,
    int notInKafka,
    int replies,
    int duplicates,
    int allowed,
    int overtaken,
    int deadLetters,
    Duration took) {

  static final String HEAD =
      row(
          "fault",
          "sent",
          "acked",
          "in Kafka",
          "twice",
          "acked-Kafka",
          "replies",
          "duplicates",
          "lost",
          "reordered",
          "dead",
          "seconds");

  int lost() {
    return sent - replies;
  }

  /** The promises that these figures break; empty when all are kept. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    check(
        broken, acknowledged == sent, "updates were never acknowledged: " + (sent - acknowledged));
    check(broken, lost() == 0, "updates without a reply: " + lost());
    check(broken, notInKafka == 0, "acknowledged, but not in Kafka: " + notInKafka);
    check(broken, duplicates <= allowed, "duplicate replies: " + duplicates + " of " + allowed);
    check(broken, overtaken == 0, "replies out of order: " + overtaken);
    check(broken, deadLetters == 0, "dead letters: " + deadLetters);
    return broken;
  }

  private static void check(List<String> broken, boolean kept, String otherwise) {
    if (!kept) {
      broken.add(otherwise);
    }
  }

  /** One line of the table; duplicates as {@code found/allowed}. */
  String row() {
    return row(
        fault,
        sent,
        acknowledged,
        inKafka,
        moreThanOnce,
        notInKafka,
        replies,
        duplicates + "/" + allowed,
        lost(),
        overtaken,
        deadLetters,
        took.toSeconds());
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-42s %6s %6s %8s %6s %11s %8s %10s %5s %9s %5s %7s", cells);
  }
}
