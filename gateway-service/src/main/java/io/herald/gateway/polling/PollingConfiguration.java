package io.herald.gateway.polling;

import io.herald.gateway.GatewaySettings;
import io.herald.gateway.ingest.IngestUpdate;
import io.herald.gateway.telegram.BotCalls;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Polls with {@code HERALD_INGEST=polling}, else does nothing. */
@Configuration(proxyBeanMethods = false)
class PollingConfiguration {

  // As many chats of one fetch at once; within a chat, one after another.
  private static final int CONCURRENCY = 100;

  @Bean
  PollEveryBot pollEveryBot(GatewaySettings gateway, BotCalls calls, IngestUpdate ingest) {
    return new PollEveryBot(
        gateway.polling()
            ? calls.byBot().entrySet().stream()
                .map(bot ->
                    new PollUpdates(
                        bot.getKey(),
                        bot.getValue(),
                        ingest,
                        gateway.allowedUpdates(),
                        CONCURRENCY))
                .toList()
            : List.of());
  }
}
