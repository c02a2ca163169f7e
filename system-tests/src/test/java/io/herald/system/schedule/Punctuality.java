package io.herald.system.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What became of due times during a fault.
 *
 * @param fault what was done
 * @param due due times
 * @param fired of which the message arrived
 * @param leftOut that were recorded as skipped, as their policy wants
 * @param lost neither nor
 * @param twice messages that arrived once more, and due times both fired and left out
 * @param again due times that were published more than once under the same id
 * @param inHand fired late because a dead scheduler may have had them in its hands
 * @param lateMillis how late the messages of all others arrived, ascending
 * @param slowest the longest that any arrived late, in milliseconds
 * @param tolerated what 99 of 100 of the others may be late at most, in milliseconds
 * @param seconds from the first due time to the end
 */
record Punctuality(
    String fault,
    int due,
    int fired,
    int leftOut,
    int lost,
    int twice,
    int again,
    int inHand,
    long[] lateMillis,
    long slowest,
    long tolerated,
    long seconds) {

  static final String HEAD =
      row(
          "fault",
          "due",
          "fired",
          "left out",
          "lost",
          "twice",
          "again",
          "p50 ms",
          "p99 ms",
          "in hand",
          "max ms",
          "seconds");

  long percentile(double part) {
    return lateMillis.length == 0
        ? 0
        : lateMillis[
            Math.clamp((int) Math.ceil(part * lateMillis.length) - 1, 0, Integer.MAX_VALUE)];
  }

  /** The promises that these figures break; empty when all are kept. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    check(broken, lost == 0, "due times lost: " + lost);
    check(broken, twice == 0, "fired twice: " + twice);
    check(
        broken,
        percentile(0.99) <= tolerated,
        "99 of 100 are up to " + percentile(0.99) + " ms late, more than " + tolerated);
    return broken;
  }

  private static void check(List<String> broken, boolean kept, String otherwise) {
    if (!kept) {
      broken.add(otherwise);
    }
  }

  /** One line of the table. */
  String row() {
    return row(
        fault,
        due,
        fired,
        leftOut,
        lost,
        twice,
        again,
        percentile(0.5),
        percentile(0.99),
        inHand,
        slowest,
        seconds);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-46s %5s %6s %8s %5s %5s %5s %7s %7s %7s %7s %7s", cells);
  }

  @Override
  public String toString() {
    return row() + Arrays.toString(lateMillis);
  }
}
