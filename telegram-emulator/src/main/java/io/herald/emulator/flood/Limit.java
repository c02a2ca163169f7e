package io.herald.emulator.flood;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate such as {@code 30/s} or {@code 20/m}; a count of 0 means that there is no limit.
 *
 * @param count messages per period
 * @param periodMs length of the period in milliseconds
 */
public record Limit(int count, long periodMs) {
  public static final Limit OFF = new Limit(0, 1000);
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})/(s|m|h)");

  /**
   * Reads a rate, or {@code off}.
   *
   * @param name of the setting, for the error
   * @throws IllegalArgumentException if it is neither
   */
  public static Limit parse(String name, String text) {
    String rate = text.strip().toLowerCase(Locale.ROOT);
    if (rate.equals("off")) {
      return OFF;
    }
    Matcher matcher = FORM.matcher(rate);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          name + " must be a rate like 30/s, 20/m or 100/h, or off, not '" + text + "'");
    }
    long period =
        switch (matcher.group(2)) {
          case "s" -> 1_000;
          case "m" -> 60_000;
          default -> 3_600_000;
        };
    return new Limit(Integer.parseInt(matcher.group(1)), period);
  }

  public boolean isOff() {
    return count == 0;
  }

  @Override
  public String toString() {
    if (isOff()) {
      return "off";
    }
    return count + (periodMs == 1_000 ? "/s" : periodMs == 60_000 ? "/m" : "/h");
  }
}
