package io.herald.emulator.formatting;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses Telegram accepts in a link, and how it writes them. */
public final class CheckedLink {
  private static final Pattern USER = Pattern.compile("tg:(?://)?user\\?id=(\\d{1,18})(?:[&#].*)?");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[^@/]*@)?(\\[[0-9a-f:.]+]|[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*)(?::\\d{1,5})?");

  private CheckedLink() {}

  static @Nullable Long userId(String address) {
    Matcher matcher = USER.matcher(address.strip());
    return matcher.matches() ? (Long) Long.parseLong(matcher.group(1)) : null;
  }

  /** The address with a scheme and a path, or null if Telegram would not link it. */
  public static @Nullable String check(String address) {
    String trimmed = address.strip();
    if (trimmed.isEmpty() || trimmed.chars().anyMatch(c -> c <= ' ')) {
      return null;
    }
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (lower.startsWith("tg:") || lower.startsWith("ton:") || lower.startsWith("tonsite:")) {
      return isUri(trimmed) ? trimmed : null;
    }
    Matcher scheme = SCHEME.matcher(lower);
    if (!scheme.matches()) {
      return web("http", trimmed);
    }
    String name = scheme.group(1);
    boolean known = name.equals("http") || name.equals("https");
    return known ? web(name, trimmed.substring(name.length() + 3)) : null;
  }

  private static @Nullable String web(String scheme, String rest) {
    int hostEnd = 0;
    while (hostEnd < rest.length() && "/?#".indexOf(rest.charAt(hostEnd)) < 0) {
      hostEnd++;
    }
    String host = rest.substring(0, hostEnd).toLowerCase(Locale.ROOT);
    Matcher matcher = HOST.matcher(host);
    if (!matcher.matches() || !reachable(matcher.group(1))) {
      return null;
    }
    String path = rest.substring(hostEnd);
    return scheme + "://" + host + (path.startsWith("/") ? path : "/" + path);
  }

  private static boolean reachable(String host) {
    return host.contains(".") || host.startsWith("[") || host.equals("localhost");
  }

  private static boolean isUri(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
