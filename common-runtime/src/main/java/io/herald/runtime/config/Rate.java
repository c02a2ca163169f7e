package io.herald.runtime.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many in a period, written {@code 30/s}, {@code 20/m} or {@code 1000/h}.
 *
 * @param count how many, 1 to 1,000,000
 * @param period a second, a minute or an hour
 */
public record Rate(int count, Duration period) {

  private static final Pattern SYNTAX = Pattern.compile("([1-9][0-9]{0,5}|1000000)/([smh])");

  /**
   * Reads a rate.
   *
   * @throws IllegalArgumentException when it is not written as above
   */
  public static Rate valueOf(String text) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a rate such as 30/s or 20/m");
    }
    Duration period =
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          default -> Duration.ofHours(1);
        };
    return new Rate(Integer.parseInt(matcher.group(1)), period);
  }

  @Override
  public String toString() {
    return count + "/" + (period.toSeconds() == 1 ? "s" : period.toSeconds() == 60 ? "m" : "h");
  }
}
