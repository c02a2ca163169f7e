package io.herald.runtime.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The bots that this installation runs, by name. {@code TELEGRAM_BOT_TOKEN} is the bot {@value
 * #MAIN}; {@code HERALD_BOTS_<NAME>_TOKEN} adds further ones. Bots without a token are left out.
 *
 * @param bots configured bots by name
 */
@ConfigurationProperties("herald")
public record Bots(Map<String, Bot> bots) {

  /** Name of the bot that {@code TELEGRAM_BOT_TOKEN} stands for. */
  public static final String MAIN = "main";

  /** What {@link #isWebhookSecret} asks for, in words. */
  public static final String WEBHOOK_SECRET_RULE =
      "a webhook secret has 1 to 256 of A-Z, a-z, 0-9, _ and -";

  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");
  private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{3,100}");
  // The Bot API: 1-256 characters, only A-Z, a-z, 0-9, _ and - are allowed.
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  public Bots {
    bots =
        bots == null
            ? Map.of()
            : bots.entrySet().stream()
                .filter(entry -> !entry.getValue().token().isBlank())
                .collect(
                    Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> checked(entry.getKey(), entry.getValue())));
  }

  /** The bot of that name, if it is configured. */
  public Optional<Bot> find(String name) {
    return Optional.ofNullable(bots.get(name));
  }

  /** Whether Telegram accepts that secret for a webhook. */
  public static boolean isWebhookSecret(String secret) {
    return SECRET.matcher(secret).matches();
  }

  /** Whether no bot has a token. */
  public boolean isEmpty() {
    return bots.isEmpty();
  }

  private static Bot checked(String name, Bot bot) {
    String variable =
        name.equals(MAIN) ? "TELEGRAM_BOT_TOKEN" : "HERALD_BOTS_" + name.toUpperCase() + "_TOKEN";
    if (!NAME.matcher(name).matches()) {
      throw new InvalidSetting(variable, "a bot's name has 1 to 32 of a-z and 0-9");
    }
    if (!TOKEN.matcher(bot.token()).matches()) {
      throw new InvalidSetting(variable, "not a bot token, as BotFather gives it (123456:ABC...)");
    }
    if (!bot.webhookSecret().isEmpty() && !isWebhookSecret(bot.webhookSecret())) {
      throw new InvalidSetting(
          "HERALD_BOTS_" + name.toUpperCase() + "_WEBHOOKSECRET", WEBHOOK_SECRET_RULE);
    }
    return bot;
  }

  /**
   * One bot.
   *
   * @param token BotFather's token; unset: nothing comes in or goes out by this bot
   * @param webhookSecret what Telegram sends along in {@code X-Telegram-Bot-Api-Secret-Token}, if
   *     not the common one, {@code TELEGRAM_WEBHOOK_SECRET}
   */
  public record Bot(String token, String webhookSecret) {

    public Bot(@Nullable String token, @Nullable String webhookSecret) {
      this.token = token == null ? "" : token.strip();
      this.webhookSecret = webhookSecret == null ? "" : webhookSecret.strip();
    }

    @Override
    public String toString() {
      return "Bot[token=***, webhookSecret=***]";
    }
  }
}
