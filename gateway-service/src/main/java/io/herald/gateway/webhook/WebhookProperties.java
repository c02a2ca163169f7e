package io.herald.gateway.webhook;

import io.herald.runtime.config.AddressRange;
import io.herald.runtime.config.Bots;
import io.herald.runtime.config.InvalidSetting;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the webhook is guarded and registered.
 *
 * @param secret what Telegram sends along in {@code X-Telegram-Bot-Api-Secret-Token} for bots
 *     without their own; required in webhook mode unless each has one
 * @param secretPrevious a secret that is accepted as well, for every bot, while secrets are being
 *     changed; Telegram is not told it
 * @param sources address ranges that webhooks may come from, {@code telegram} for Telegram's
 *     published ones; empty: any, the secret alone decides
 * @param trustedProxies ranges whose {@code X-Forwarded-For} is believed, from its end and only as
 *     far as they wrote it; empty: none
 * @param maxConnections how many updates Telegram may deliver at once, 1 to 100
 */
@ConfigurationProperties("herald.webhook")
record WebhookProperties(
    @DefaultValue("") String secret,
    @DefaultValue("") String secretPrevious,
    @DefaultValue({}) List<String> sources,
    @DefaultValue({}) List<String> trustedProxies,
    @DefaultValue("40") int maxConnections) {

  // https://core.telegram.org/bots/webhooks: the ranges that webhooks are sent from.
  private static final List<String> TELEGRAM = List.of("149.154.160.0/20", "91.108.4.0/22");

  WebhookProperties {
    secret = checked("TELEGRAM_WEBHOOK_SECRET", secret);
    secretPrevious = checked("TELEGRAM_WEBHOOK_SECRET_PREVIOUS", secretPrevious);
    if (maxConnections < 1 || maxConnections > 100) {
      throw new InvalidSetting("HERALD_WEBHOOK_MAXCONNECTIONS", "must be 1 to 100");
    }
    ranges("HERALD_WEBHOOK_SOURCES", sources);
    ranges("HERALD_WEBHOOK_TRUSTEDPROXIES", trustedProxies);
  }

  private static String checked(String variable, String given) {
    String secret = given.strip();
    if (!secret.isEmpty() && !Bots.isWebhookSecret(secret)) {
      throw new InvalidSetting(variable, Bots.WEBHOOK_SECRET_RULE);
    }
    return secret;
  }

  List<AddressRange> sourceRanges() {
    return ranges("HERALD_WEBHOOK_SOURCES", sources);
  }

  List<AddressRange> proxyRanges() {
    return ranges("HERALD_WEBHOOK_TRUSTEDPROXIES", trustedProxies);
  }

  @Override
  public String toString() {
    return "WebhookProperties[secret=***, sources=" + sources + "]";
  }

  private static List<AddressRange> ranges(String name, List<String> texts) {
    try {
      return texts.stream()
          .flatMap(text -> text.equals("telegram") ? TELEGRAM.stream() : Stream.of(text))
          .map(AddressRange::valueOf)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(name, "must list ranges such as 10.0.0.0/8, separated by commas");
    }
  }
}
