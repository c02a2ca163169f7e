package io.herald.telegram.outcome;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Cuts a bot's token out of a text. */
final class Redact {

  private static final String MASK = "***";

  private Redact() {}

  /** The text without the token, as it is and as it stands in an encoded address. */
  static String token(String token, String text) {
    if (token.isEmpty()) {
      return text;
    }
    return text.replace(token, MASK)
        .replace(URLEncoder.encode(token, StandardCharsets.UTF_8), MASK);
  }
}
