package io.herald.telegram.text.link;

import io.herald.model.message.Entity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that stand for an entity: {@code tg://user}, {@code tg://emoji}, {@code tg://time}.
 */
public final class TelegramUri {
  private TelegramUri() {}

  /** Who {@code tg://user?id=…} names; absent if it is no such address. */
  static @Nullable Long user(String address) {
    String id = parameter(address, "user", "id");
    return id == null ? null : number(id, Long.MAX_VALUE);
  }

  /**
   * The emoji or the time over a stretch of text.
   *
   * @return absent if the address is neither {@code tg://emoji?id=…} nor {@code tg://time?unix=…}
   */
  public static @Nullable Entity entity(String address, int offset, int end) {
    String emoji = parameter(address, "emoji", "id");
    if (emoji != null && number(emoji, Long.MAX_VALUE) != null) {
      return emoji(emoji, offset, end);
    }
    String unix = parameter(address, "time", "unix");
    return unix == null ? null : time(unix, parameter(address, "time", "format"), offset, end);
  }

  /** A custom emoji over a stretch of text; absent if that is no id. */
  public static @Nullable Entity emoji(String id, int offset, int end) {
    return number(id, Long.MAX_VALUE) == null
        ? null
        : new Entity("custom_emoji", offset, end - offset, null, null, id, null, null, null);
  }

  /** A time over a stretch of text; absent if that is no time. */
  public static @Nullable Entity time(String unix, @Nullable String format, int offset, int end) {
    Long seconds = number(unix, Integer.MAX_VALUE);
    String shown = format == null || format.isEmpty() ? null : format;
    return seconds == null
        ? null
        : new Entity(
            "date_time", offset, end - offset, null, null, null, null, seconds.intValue(), shown);
  }

  private static @Nullable String parameter(String address, String host, String name) {
    String lower = address.length() > 64 ? address.substring(0, 64) : address;
    lower = lower.toLowerCase(Locale.ROOT);
    int at = lower.startsWith("tg://") ? 5 : lower.startsWith("tg:") ? 3 : -1;
    if (at < 0 || !lower.startsWith(host, at)) {
      return null;
    }
    at += host.length();
    at += lower.startsWith("/", at) ? 1 : 0;
    if (!lower.startsWith("?", at)) {
      return null;
    }
    int end = address.indexOf('#');
    for (String each : address.substring(at + 1, end < 0 ? address.length() : end).split("&")) {
      if (each.startsWith(name + "=")) {
        return each.substring(name.length() + 1);
      }
    }
    return null;
  }

  /** A number from 1 on in decimal digits. */
  private static @Nullable Long number(String text, long most) {
    if (text.isEmpty() || text.length() > 19 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    try {
      long number = Long.parseLong(text);
      return number > 0 && number <= most ? (Long) number : null;
    } catch (NumberFormatException beyondLong) {
      return null;
    }
  }
}
