package io.herald.gateway.telegram;

import io.herald.runtime.config.Bots;
import io.herald.runtime.config.EnvironmentVariable;
import io.herald.runtime.config.InvalidSetting;
import io.herald.telegram.api.BotApi;
import io.herald.telegram.api.TelegramBotsApi;
import io.herald.telegram.http.TelegramAddress;
import io.herald.telegram.http.TelegramConnection;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the way to the Bot API. */
@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {

  private static final Logger log = LoggerFactory.getLogger(TelegramConfiguration.class);

  /** Where the Bot API is, {@code http(s)://host:port} without a path; unset: Telegram's own. */
  @EnvironmentVariable private static final String ADDRESS = "TELEGRAM_API_URL";

  private static final int CONCURRENCY = 16;

  @Bean(destroyMethod = "close")
  TelegramConnection telegramConnection(@Value("${herald.telegram-api-url:}") String url) {
    return new TelegramConnection(address(url.strip()), CONCURRENCY);
  }

  @Bean
  BotCalls botCalls(Bots bots, TelegramConnection connection) {
    if (bots.isEmpty()) {
      log.warn("No bot is configured, so no updates come in: set TELEGRAM_BOT_TOKEN");
    }
    Map<String, BotApi> calls =
        bots.bots().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    bot -> new TelegramBotsApi(connection, bot.getValue().token())));
    return new BotCalls(calls);
  }

  private static TelegramAddress address(String url) {
    try {
      return url.isEmpty() ? TelegramAddress.TELEGRAM : TelegramAddress.parse(url);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(ADDRESS, e.getMessage());
    }
  }
}
