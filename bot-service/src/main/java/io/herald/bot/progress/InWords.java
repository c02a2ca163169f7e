package io.herald.bot.progress;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
public final class InWords {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final int BAR = 10;

  private InWords() {}

  /** How long something takes: its two largest units, {@code 1 min 5 s}. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + " min" + rest(seconds % 60, "s");
    }
    return seconds / 3_600 + " h" + rest(seconds % 3_600 / 60, "min");
  }

  private static String rest(long number, String unit) {
    return number == 0 ? "" : " " + number + ' ' + unit;
  }

  /** A size in units of thousands, as file managers show it: {@code 12.3 MB}. */
  public static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    // What rounds to a thousand is one of the next unit.
    while (size >= 999.95 && unit < UNITS.length - 1) {
      size /= 1_000;
      unit++;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]).replace(".0 ", " ");
  }

  /** A bar of {@value #BAR} pieces and the figure. */
  public static String bar(int percent) {
    int known = Math.clamp(percent, 0, 100);
    int full = known * BAR / 100;
    return "▓".repeat(full) + "░".repeat(BAR - full) + "  " + known + " %";
  }

  /** At most so many code points, the last of them a mark when something was left out. */
  public static String shortened(String text, int most) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + '…';
  }
}
