package io.herald.scheduler.script;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lengths of time, as scripts write them and as people read them. */
final class Lengths {

  private Lengths() {}

  /** What is written as a number and {@code s m h d}, as the contract allows; null: that other. */
  static Duration of(@Nullable String written, Duration otherwise) {
    if (written == null) {
      return otherwise;
    }
    long number = Long.parseLong(written.replaceAll("[smhd]$", ""));
    return switch (written.charAt(written.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      case 'd' -> Duration.ofDays(number);
      default -> Duration.ZERO;
    };
  }

  /** In its largest unit, rounded up. */
  static String words(Duration length) {
    long seconds = Math.ceilDiv(length.toMillis(), 1000);
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200 ? Math.ceilDiv(seconds, 60) + " min" : Math.ceilDiv(seconds, 3600) + " h";
  }
}
