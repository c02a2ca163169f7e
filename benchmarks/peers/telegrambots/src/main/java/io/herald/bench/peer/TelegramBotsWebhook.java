package io.herald.bench.peer;

import java.util.concurrent.atomic.LongAdder;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.webhook.TelegramBotsWebhookApplication;
import org.telegram.telegrambots.webhook.WebhookOptions;

/**
 * TelegramBots with a handler in memory: an update that was answered is gone when this process
 * ends.
 */
public final class TelegramBotsWebhook {
  private TelegramBotsWebhook() {}

  public static void main(String[] args) throws TelegramApiException {
    LongAdder handled = new LongAdder();
    WebhookOptions options =
        WebhookOptions.builder()
            .port(Integer.parseInt(System.getenv("SERVER_PORT")))
            .useHttps(false)
            .enableRequestLogging(false)
            .build();
    new TelegramBotsWebhookApplication(options)
        .registerBot(
            "/telegram/webhook/main",
            update -> {
              handled.increment();
              return null;
            },
            () -> {},
            () -> {});
  }
}
