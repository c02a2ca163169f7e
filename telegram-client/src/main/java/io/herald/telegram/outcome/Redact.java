package io.herald.telegram.outcome;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Cuts a bot's token out of a text. */
final class Redact {

  private static final String MASK = "***";
  // A token is a public number, a colon and 35 secret characters. Shorter ones are made up for
  // tests, and may be ordinary words.
  private static final int SHORTEST_SECRET = 20;

  private Redact() {}

  /** The text without the token, as it is, as it stands in an encoded address, and in part. */
  static String token(String token, String text) {
    if (token.isEmpty() || text.isEmpty()) {
      return text;
    }
    String whole =
        text.replace(token, MASK).replace(URLEncoder.encode(token, StandardCharsets.UTF_8), MASK);
    String secret = token.substring(token.indexOf(':') + 1);
    return secret.length() < SHORTEST_SECRET ? whole : whole.replace(secret, MASK);
  }
}
