package io.herald.bot.command;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The bots' usernames, to tell {@code /help@this_bot} from {@code /help@another_bot} in a group.
 *
 * @param bots by name of the bot
 */
@ConfigurationProperties("herald")
record Usernames(Map<String, Named> bots) {

  Usernames(@Nullable Map<String, Named> bots) {
    this.bots = bots == null ? Map.of() : Map.copyOf(bots);
  }

  /**
   * Whether that username is the bot's. If the bot's own is not configured, every username of a bot
   * counts: in its default privacy mode Telegram shows a bot only what is meant for it.
   *
   * @param username without the {@code @}
   */
  boolean isOurs(String bot, String username) {
    String own = bots.getOrDefault(bot, Named.UNNAMED).username();
    return own.isEmpty()
        ? username.toLowerCase(Locale.ROOT).endsWith("bot")
        : own.equalsIgnoreCase(username);
  }

  /**
   * A bot's name at Telegram.
   *
   * @param username the bot's username, with or without the {@code @}, to tell {@code
   *     /help@this_bot} from another bot's in groups; empty: any name that ends in "bot" is taken
   */
  record Named(String username) {

    private static final Named UNNAMED = new Named("");

    Named(@Nullable String username) {
      this.username = username == null ? "" : username.strip().replaceFirst("^@", "");
    }
  }
}
