package io.herald.gateway.watch;

import java.util.Locale;

/** Why Telegram could not deliver an update, by its words in getWebhookInfo. */
enum Trouble {
  /** It does not accept the certificate, or TLS fails. */
  CERTIFICATE,
  /** It was answered, and not with 2xx. */
  ANSWER,
  /** Nobody answered: refused, timed out, or the name is not known. */
  UNREACHABLE,
  /** It says something else. */
  OTHER;

  /** The word in metrics. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Trouble of(String lastError) {
    String text = lastError.toLowerCase(Locale.ROOT);
    if (text.contains("ssl") || text.contains("certificate")) {
      return CERTIFICATE;
    }
    if (text.contains("wrong response")) {
      return ANSWER;
    }
    boolean isNetwork =
        text.contains("connection")
            || text.contains("connect")
            || text.contains("timeout")
            || text.contains("timed out")
            || text.contains("resolve")
            || text.contains("reset");
    return isNetwork ? UNREACHABLE : OTHER;
  }
}
