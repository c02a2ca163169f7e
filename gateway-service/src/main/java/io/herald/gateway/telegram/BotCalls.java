package io.herald.gateway.telegram;

import io.herald.telegram.api.BotApi;
import java.util.Map;

/**
 * The calls of every configured bot.
 *
 * @param byBot one client a bot, by the bot's name; empty while no token is configured
 */
public record BotCalls(Map<String, BotApi> byBot) {

  public BotCalls {
    byBot = Map.copyOf(byBot);
  }
}
