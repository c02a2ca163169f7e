package io.herald.worker.bot;

import io.herald.runtime.config.Bots;
import io.herald.telegram.delivery.TelegramBotsClient;
import io.herald.telegram.http.TelegramConnection;
import io.herald.worker.WorkerSettings;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the way out of each bot; their health is the part {@code telegram} of readiness. */
@Configuration(proxyBeanMethods = false)
class BotConfiguration {

  @Bean
  TelegramConnection telegramConnection(TelegramSettings telegram, WorkerSettings worker) {
    return new TelegramConnection(telegram.address(), worker.lanes());
  }

  @Bean
  SendingBots telegramHealthIndicator(Bots bots, TelegramConnection connection) {
    return new SendingBots(
        bots.bots().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> bot(entry.getKey(), entry.getValue(), connection))));
  }

  private static SendingBot bot(String name, Bots.Bot bot, TelegramConnection connection) {
    return new SendingBot(name, new TelegramBotsClient(connection, bot.token()));
  }
}
