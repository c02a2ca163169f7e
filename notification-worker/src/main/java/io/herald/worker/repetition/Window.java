package io.herald.worker.repetition;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a dedupe key holds, written as a number and a unit: {@code 10m}. */
final class Window {

  /** Of a key without one. */
  static final Duration STANDARD = Duration.ofHours(1);

  private static final Pattern SYNTAX = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

  private Window() {}

  /**
   * Reads a window.
   *
   * @param text null, or what the contract does not let through: {@link #STANDARD}
   */
  static Duration parse(@Nullable String text) {
    Matcher matcher = SYNTAX.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      return STANDARD;
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
