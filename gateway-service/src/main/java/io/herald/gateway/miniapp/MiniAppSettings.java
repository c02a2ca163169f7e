package io.herald.gateway.miniapp;

import io.herald.runtime.config.InvalidSetting;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Mini Apps may open sessions.
 *
 * @param maxAge how old {@code initData} may be, 1 minute to 1 day
 * @param botIds ids at Telegram of bots whose tokens are somebody else's; their apps' data is known
 *     by Telegram's signature for third parties. Those of our own bots need no mention
 * @param publicKey the key of that signature, 32 bytes hexadecimal; another one is of use with
 *     Telegram's test environment
 */
@ConfigurationProperties("herald.miniapp")
record MiniAppSettings(
    @DefaultValue("1h") Duration maxAge,
    @DefaultValue({}) List<Long> botIds,
    @DefaultValue(TelegramSignature.TELEGRAM) String publicKey) {

  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(1);

  MiniAppSettings {
    if (maxAge.compareTo(LEAST) < 0 || maxAge.compareTo(MOST) > 0) {
      throw new InvalidSetting("HERALD_MINIAPP_MAXAGE", "must be 1m to 1d");
    }
    if (botIds.stream().anyMatch(id -> id <= 0)) {
      throw new InvalidSetting("HERALD_MINIAPP_BOTIDS", "must list ids of bots, such as 123456789");
    }
    key(publicKey);
  }

  PublicKey key() {
    return key(publicKey);
  }

  private static PublicKey key(String hex) {
    try {
      return TelegramSignature.key(hex.strip());
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(
          "HERALD_MINIAPP_PUBLICKEY", "must be an Ed25519 key, 32 bytes in hexadecimal");
    }
  }
}
