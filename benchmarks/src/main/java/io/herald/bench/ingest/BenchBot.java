package io.herald.bench.ingest;

import java.util.Map;

/** The bot that all subjects run: made up, and never told to Telegram. */
final class BenchBot {
  static final String SECRET = "bench-secret-0123456789abcdef";
  static final String PATH = "/telegram/webhook/main";

  private static final String TOKEN = "4200:BENCHbenchBENCHbench";

  private BenchBot() {}

  static Map<String, String> environment() {
    return Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "TELEGRAM_WEBHOOK_SECRET", SECRET);
  }
}
