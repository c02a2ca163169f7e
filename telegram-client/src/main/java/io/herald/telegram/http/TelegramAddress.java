package io.herald.telegram.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Where the Bot API is: Telegram's own, a local Bot API server, or the emulator.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name or address
 * @param port 1 to 65535
 */
public record TelegramAddress(String scheme, String host, int port) {

  /** Telegram's own Bot API. */
  public static final TelegramAddress TELEGRAM =
      new TelegramAddress("https", "api.telegram.org", 443);

  /**
   * Reads an address such as {@code http://localhost:8090}; a blank one means Telegram's own.
   *
   * @throws IllegalArgumentException with one sentence that says what is wrong and quotes nothing
   */
  public static TelegramAddress parse(String url) {
    if (url.isBlank()) {
      return TELEGRAM;
    }
    URI uri = uri(url.strip());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("must start with http:// or https://");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("names no valid host");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("must be scheme, host and port alone");
    }
    if (uri.getRawPath() != null && !uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
      throw new IllegalArgumentException("must have no path; /bot<token> is added by Herald");
    }
    return new TelegramAddress(scheme, uri.getHost(), port(uri, scheme));
  }

  private static int port(URI uri, String scheme) {
    if (uri.getPort() == -1) {
      return scheme.equals("https") ? 443 : 80;
    }
    if (uri.getPort() < 1 || uri.getPort() > 65535) {
      throw new IllegalArgumentException("the port must be 1 to 65535");
    }
    return uri.getPort();
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      // The exception's text quotes the whole value, which may hold what was pasted by mistake.
      throw new IllegalArgumentException("is not a valid address", null);
    }
  }

  /** The same in the words of telegrambots. */
  public TelegramUrl toTelegramUrl() {
    return TelegramUrl.builder().schema(scheme).host(host).port(port).build();
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ':' + port;
  }
}
