package io.herald.bench.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Who asks in a benchmark, and what a gateway has to know to let them. */
final class BenchCaller {

  static final String KEY = "bench-key-0123456789abcdef0123456789abcdef";
  static final String PATH = "/api/notifications";

  private BenchCaller() {}

  /** A bot that is made up, the caller, and no limit for them: they are measured, not guarded. */
  static Map<String, String> environment() {
    return Map.of(
        "TELEGRAM_BOT_TOKEN",
        "4200:BENCHbenchBENCHbench",
        "TELEGRAM_WEBHOOK_SECRET",
        "bench-secret-0123456789abcdef",
        "HERALD_API_KEYS",
        "bench=" + sha256(KEY) + ":notify.send+notify.read",
        "HERALD_API_LIMIT",
        "1000000/s");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
