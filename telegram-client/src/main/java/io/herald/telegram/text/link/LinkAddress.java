package io.herald.telegram.text.link;

import io.herald.model.message.Entity;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links as Telegram makes them: to an address, or to a person. */
public final class LinkAddress {

  /**
   * Longer ones are no links, in UTF-16 units. Own choice: browsers and servers give up earlier,
   * and nested links without address would otherwise be read again for each.
   */
  public static final int LONGEST = 4096;

  // All quantifiers are possessive or simple: no address makes the matcher go back and forth.
  private static final Pattern WEB =
      Pattern.compile(
          "(?:(https?)://)?([^/?#@\\s]*+@)?+([^/?#@:\\s\\[\\]]++|\\[[0-9a-f:.]++])(:\\d{1,5})?([/?#].*+)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern APP =
      Pattern.compile(
          "(?:tg|ton|tonsite):(?://)?[a-z0-9_.\\-]++(?:[/?#].*+)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private LinkAddress() {}

  /**
   * The entity over a stretch of text that links to that address.
   *
   * @return absent if Telegram would show no link: it takes http, https and its own addresses
   */
  public static @Nullable Entity entity(String address, int offset, int end) {
    Long user = TelegramUri.user(address.strip());
    if (user != null) {
      return new Entity("text_mention", offset, end - offset, null, null, null, user, null, null);
    }
    String url = check(address);
    return url == null ? null : new Entity("text_link", offset, end - offset, url, null);
  }

  /** The address as Telegram keeps it, with scheme and path; absent if it takes none like it. */
  public static @Nullable String check(String address) {
    String trimmed = address.strip();
    if (trimmed.length() > LONGEST || trimmed.chars().anyMatch(c -> c <= ' ')) {
      return null;
    }
    if (APP.matcher(trimmed).matches()) {
      return trimmed;
    }
    Matcher web = WEB.matcher(trimmed);
    if (!web.matches() || !isHost(web.group(3))) {
      return null;
    }
    // Without a scheme what has an @ is a mail address, and no page of the web.
    return web.group(1) == null && web.group(2) != null ? null : written(web);
  }

  private static String written(Matcher web) {
    String scheme = web.group(1) == null ? "http" : web.group(1).toLowerCase(Locale.ROOT);
    String host = web.group(3).toLowerCase(Locale.ROOT);
    String path = orEmpty(web.group(5));
    return scheme
        + "://"
        + orEmpty(web.group(2))
        + host
        + orEmpty(web.group(4))
        + (path.startsWith("/") ? path : "/" + path);
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }

  /** A name with a dot, or an IPv6 address: Telegram makes no link to the name of a machine. */
  private static boolean isHost(String host) {
    return host.startsWith("[")
        || (host.contains(".")
            && !host.startsWith(".")
            && !host.contains("..")
            && host.codePoints().allMatch(LinkAddress::isHostCharacter));
  }

  private static boolean isHostCharacter(int c) {
    return c == '.'
        || c == '-'
        || c == '_'
        || c == '%'
        || (c < 0x80 ? Character.isLetterOrDigit(c) : c >= 0xa1);
  }
}
