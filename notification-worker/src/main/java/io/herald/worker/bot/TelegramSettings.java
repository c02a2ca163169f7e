package io.herald.worker.bot;

import io.herald.runtime.config.InvalidSetting;
import io.herald.telegram.http.TelegramAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the Bot API is.
 *
 * @param telegramApiUrl where the Bot API is, {@code http(s)://host:port} without a path; unset:
 *     Telegram's own
 */
@ConfigurationProperties("herald")
record TelegramSettings(@Nullable String telegramApiUrl) {

  TelegramSettings {
    parse(telegramApiUrl);
  }

  TelegramAddress address() {
    return parse(telegramApiUrl);
  }

  private static TelegramAddress parse(@Nullable String url) {
    try {
      return TelegramAddress.parse(url == null ? "" : url);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting("TELEGRAM_API_URL", String.valueOf(e.getMessage()));
    }
  }
}
