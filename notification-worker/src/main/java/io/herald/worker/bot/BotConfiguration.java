package io.herald.worker.bot;

import io.herald.runtime.blob.Blobs;
import io.herald.runtime.config.Bots;
import io.herald.telegram.delivery.TelegramBotsClient;
import io.herald.telegram.http.TelegramConnection;
import io.herald.worker.WorkerSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the way out of each bot; their health is the part {@code telegram} of readiness. */
@Configuration(proxyBeanMethods = false)
class BotConfiguration {

  // While a file is on its way it is in memory up to three times.
  private static final long LARGEST_FILE = Blobs.MOST_BYTES;

  @Bean
  TelegramConnection telegramConnection(TelegramSettings telegram, WorkerSettings worker) {
    return new TelegramConnection(telegram.address(), worker.lanes());
  }

  @Bean
  SendingBots telegramHealthIndicator(Bots bots, TelegramConnection connection, Blobs blobs) {
    Room room = new Room(Math.max(LARGEST_FILE, Runtime.getRuntime().maxMemory() / 8));
    return new SendingBots(
        bots.bots().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> bot(entry, connection, blobs, room))));
  }

  /**
   * Gauge {@code herald.telegram.token.accepted}, tag {@code bot}: 1, or 0 after Telegram has
   * refused the token. Alert on 0.
   */
  @Bean
  MeterBinder tokens(SendingBots bots) {
    return meters ->
        bots.all()
            .forEach((name, bot) ->
                Gauge.builder("herald.telegram.token.accepted", () -> bot.isAccepted() ? 1 : 0)
                    .tag("bot", name)
                    .register(meters));
  }

  private static SendingBot bot(
      Map.Entry<String, Bots.Bot> bot, TelegramConnection connection, Blobs blobs, Room room) {
    var client = new TelegramBotsClient(connection, bot.getValue().token());
    return new SendingBot(bot.getKey(), new FillInFiles(client, blobs::fetch, room));
  }
}
