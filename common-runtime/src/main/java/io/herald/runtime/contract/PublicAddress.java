package io.herald.runtime.contract;

import io.herald.runtime.config.AddressRange;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which addresses a notification may name. What Telegram fetches must be public, by its name or its
 * literal address; nothing is looked up here, and Herald itself fetches nothing.
 */
final class PublicAddress {

  static final String NOT_A_URL = "must be a URL, with what is special percent-encoded";
  static final String NOT_PUBLIC = "must be at a public address";
  static final String CREDENTIALS = "must not hold credentials";
  static final String NO_HOST = "must name a host with a dot, or an address";

  /** Special-purpose addresses of the IANA registries that nobody reaches from outside. */
  private static final List<AddressRange> PRIVATE =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "224.0.0.0/3",
              // Teredo and 6to4 carry an IPv4 address, which may be a private one.
              "2001::/32",
              "2002::/16")
          .map(AddressRange::valueOf)
          .toList();

  /** All public IPv6 addresses lie in here. */
  private static final AddressRange GLOBAL_UNICAST = AddressRange.valueOf("2000::/3");

  /** Top-level names that are for private networks, by RFC 6761, 6762, 8375 and by custom. */
  private static final Set<String> LOCAL_NAMES =
      Set.of(
          "localhost",
          "local",
          "localdomain",
          "internal",
          "intranet",
          "private",
          "lan",
          "home",
          "corp",
          "arpa",
          "onion");

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}");
  private static final Pattern LEADING_ZERO = Pattern.compile("(?:^|.*\\.)0\\d.*");
  private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");

  private PublicAddress() {}

  /** What is wrong with the address of a file that Telegram fetches; empty: nothing. */
  static Optional<String> problemOfMedia(String url) {
    return problem(url, true);
  }

  /**
   * What is wrong with the address of a button; empty: nothing. The person's own device opens it,
   * so it may lie in a private network; names without a dot are refused by Telegram.
   */
  static Optional<String> problemOfButton(String url) {
    return url.regionMatches(true, 0, "tg:", 0, 3)
        ? parsed(url).isEmpty() ? Optional.of(NOT_A_URL) : Optional.empty()
        : problem(url, false);
  }

  private static Optional<String> problem(String url, boolean publicOnly) {
    return parsed(url).map(it -> problem(it, publicOnly)).orElse(Optional.of(NOT_A_URL));
  }

  private static Optional<String> problem(URI url, boolean publicOnly) {
    if (url.getRawUserInfo() != null
        || url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
      return Optional.of(CREDENTIALS);
    }
    String host = url.getHost();
    if (host == null || url.getPort() == 0 || url.getPort() > 65535) {
      return Optional.of(NOT_A_URL);
    }
    host = host.toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      return ofAddress(host.substring(1, host.length() - 1), publicOnly);
    }
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String last = host.substring(host.lastIndexOf('.') + 1);
    if (NUMBER.matcher(last).matches()) {
      // Shortened, octal and hexadecimal forms mean different addresses to different readers.
      return IPV4.matcher(host).matches() && !LEADING_ZERO.matcher(host).matches()
          ? ofAddress(host, publicOnly)
          : Optional.of(NOT_PUBLIC);
    }
    if (publicOnly && LOCAL_NAMES.contains(last)) {
      return Optional.of(NOT_PUBLIC);
    }
    return host.contains(".") ? Optional.empty() : Optional.of(NO_HOST);
  }

  private static Optional<String> ofAddress(String literal, boolean publicOnly) {
    try {
      InetAddress address = AddressRange.address(literal);
      return !publicOnly || isPublic(address) ? Optional.empty() : Optional.of(NOT_PUBLIC);
    } catch (IllegalArgumentException e) {
      return Optional.of(NOT_A_URL);
    }
  }

  private static boolean isPublic(InetAddress address) {
    boolean isV6 = address.getAddress().length == 16;
    return (!isV6 || GLOBAL_UNICAST.contains(address))
        && PRIVATE.stream().noneMatch(it -> it.contains(address));
  }

  private static Optional<URI> parsed(String url) {
    try {
      return Optional.of(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
