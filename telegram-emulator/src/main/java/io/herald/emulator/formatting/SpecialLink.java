package io.herald.emulator.formatting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address that stands for an entity: {@code tg://emoji?id=…} or {@code tg://time?unix=…}. */
record SpecialLink(EntityKind kind, String value) {
  private static final Pattern EMOJI = Pattern.compile("tg:(?://)?emoji\\?id=([1-9]\\d{0,18})");
  private static final Pattern TIME =
      Pattern.compile("tg:(?://)?time\\?unix=([1-9]\\d{0,9})(?:&format=([a-zA-Z]*))?");

  static @Nullable SpecialLink read(String address) {
    Matcher emoji = EMOJI.matcher(address);
    if (emoji.matches()) {
      return new SpecialLink(EntityKind.CUSTOM_EMOJI, emoji.group(1));
    }
    Matcher time = TIME.matcher(address);
    if (!time.matches()) {
      return null;
    }
    String format = time.group(2) == null ? "" : " " + time.group(2);
    return new SpecialLink(EntityKind.DATE_TIME, time.group(1) + format);
  }
}
