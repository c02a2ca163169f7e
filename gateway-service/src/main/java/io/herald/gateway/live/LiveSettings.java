package io.herald.gateway.live;

import io.herald.runtime.config.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How live streams are served.
 *
 * @param perPerson {@code HERALD_LIVE_PERPERSON}: streams that one person may have open at one
 *     replica
 * @param heartbeat {@code HERALD_LIVE_HEARTBEAT}: how often a quiet stream shows that it is alive
 * @param lifetime {@code HERALD_LIVE_LIFETIME}: when a stream ends; the client resumes it, and
 *     shows a token that is still good
 */
@ConfigurationProperties("herald.live")
record LiveSettings(
    @DefaultValue("10") int perPerson,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("1h") Duration lifetime) {

  LiveSettings {
    if (perPerson < 1) {
      throw new InvalidSetting("HERALD_LIVE_PERPERSON", "must be at least 1");
    }
    if (heartbeat.compareTo(Duration.ofMillis(100)) < 0) {
      throw new InvalidSetting("HERALD_LIVE_HEARTBEAT", "must be at least 100ms, such as 15s");
    }
    if (lifetime.compareTo(heartbeat) < 0) {
      throw new InvalidSetting("HERALD_LIVE_LIFETIME", "must not be shorter than a heartbeat");
    }
  }
}
