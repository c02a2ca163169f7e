package io.herald.gateway.miniapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What Telegram hands to a Mini App, {@code initData}, taken apart but not checked.
 *
 * @param pairs by key, URL-decoded, in the order of the keys
 */
record InitData(TreeMap<String, String> pairs) {

  /** The longest that is read, characters; Telegram's own has less than 1500. */
  static final int LONGEST = 8_192;

  private static final int MOST_PAIRS = 64;

  /** Empty when it is no list of pairs, too long, or has a key twice. */
  static Optional<InitData> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var pairs = new TreeMap<String, String>();
    for (String pair : text.split("&", MOST_PAIRS)) {
      int sign = pair.indexOf('=');
      if (sign <= 0 || !put(pairs, pair.substring(0, sign), pair.substring(sign + 1))) {
        return Optional.empty();
      }
    }
    return Optional.of(new InitData(pairs));
  }

  private static boolean put(Map<String, String> pairs, String key, String value) {
    try {
      return pairs.put(URLDecoder.decode(key, UTF_8), URLDecoder.decode(value, UTF_8)) == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The value of that key; empty text without one. */
  String value(String key) {
    return pairs.getOrDefault(key, "");
  }

  /** The text that is signed: the pairs as {@code key=value} line by line, without those keys. */
  byte[] without(Set<String> keys) {
    return pairs.entrySet().stream()
        .filter(pair -> !keys.contains(pair.getKey()))
        .map(pair -> pair.getKey() + '=' + pair.getValue())
        .collect(Collectors.joining("\n"))
        .getBytes(UTF_8);
  }
}
