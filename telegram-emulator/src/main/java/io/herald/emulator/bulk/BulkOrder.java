package io.herald.emulator.bulk;

import io.herald.emulator.update.Bot;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to generate.
 *
 * @param rate updates per second; 0: as fast as possible
 * @param text with {@code {n}} for the running number
 * @param chat a group that takes all of them, or 0: each user's private chat
 * @param keyPattern which part of a reply is compared, by its first group; null: the whole text
 */
public record BulkOrder(
    Bot bot,
    int count,
    int users,
    double rate,
    String text,
    long firstUser,
    long chat,
    @Nullable Pattern keyPattern) {

  public BulkOrder {
    if (count < 1 || count > 1_000_000) {
      throw new IllegalArgumentException("count must be between 1 and 1000000");
    }
    if (users < 1 || users > 1_000_000) {
      throw new IllegalArgumentException("users must be between 1 and 1000000");
    }
    if (!(rate >= 0) || rate > 1_000_000) {
      throw new IllegalArgumentException("rate must be between 0 and 1000000 updates/s");
    }
    if (keyPattern != null && keyPattern.matcher("").groupCount() < 1) {
      throw new IllegalArgumentException("key_pattern must have one group");
    }
  }

  long user(int number) {
    return firstUser + (number - 1) % users;
  }

  String text(int number) {
    return text.replace("{n}", Integer.toString(number));
  }

  /** When update {@code number} is due, in nanoseconds after the start. */
  long dueNanos(int number) {
    return rate == 0 ? 0 : (long) ((number - 1) * 1_000_000_000.0 / rate);
  }
}
