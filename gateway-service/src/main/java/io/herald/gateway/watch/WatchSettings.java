package io.herald.gateway.watch;

import io.herald.runtime.config.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often it is looked.
 *
 * @param telegram pause between two questions to Telegram about each bot, 1 s to 10 min
 * @param certificate pause between two looks at the certificate of PUBLIC_BASE_URL, 1 s to 1 day
 */
@ConfigurationProperties("herald.watch")
record WatchSettings(
    @DefaultValue("30s") Duration telegram, @DefaultValue("10m") Duration certificate) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  WatchSettings {
    if (telegram.compareTo(SHORTEST) < 0 || telegram.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new InvalidSetting("HERALD_WATCH_TELEGRAM", "must be 1s to 10m");
    }
    if (certificate.compareTo(SHORTEST) < 0 || certificate.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSetting("HERALD_WATCH_CERTIFICATE", "must be 1s to 1d");
    }
  }
}
