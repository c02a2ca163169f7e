package io.herald.system.wayout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of a broadcast during a fault.
 *
 * @param fault what was done
 * @param sent messages published
 * @param arrivals what the chats got
 * @param allowed most duplicates that the design permits for this fault
 * @param ended messages whose end was told on the deliveries topic
 * @param unknowns calls and messages of which the workers did not know whether they had arrived
 * @param deadLetters records put aside
 * @param tooMany calls answered with 429
 * @param took from the first publication to the end
 */
record Passage(
    String fault,
    int sent,
    Arrivals arrivals,
    int allowed,
    int ended,
    int unknowns,
    int deadLetters,
    int tooMany,
    Duration took) {

  static final String HEAD =
      row(
          "fault",
          "sent",
          "delivered",
          "lost",
          "duplicates",
          "reordered",
          "untold",
          "unknown",
          "dead",
          "429",
          "seconds");

  int lost() {
    return sent - arrivals.delivered();
  }

  int untold() {
    return sent - ended;
  }

  /** The promises that these figures break; empty when all are kept. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    check(broken, lost() == 0, "messages lost: " + lost());
    check(
        broken,
        arrivals.duplicates() <= allowed,
        "duplicates: " + arrivals.duplicates() + " of " + allowed);
    check(broken, arrivals.reordered() == 0, "messages out of order: " + arrivals.reordered());
    check(broken, untold() == 0, "messages whose end was not told: " + untold());
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
        arrivals.delivered(),
        lost(),
        arrivals.duplicates() + "/" + allowed,
        arrivals.reordered(),
        untold(),
        unknowns,
        deadLetters,
        tooMany,
        took.toSeconds());
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-46s %5s %9s %5s %10s %9s %6s %7s %5s %4s %7s", cells);
  }
}
