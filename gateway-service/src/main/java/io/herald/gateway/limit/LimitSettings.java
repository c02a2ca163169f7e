package io.herald.gateway.limit;

import io.herald.runtime.config.InvalidSetting;
import io.herald.runtime.config.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Request limits, shared by all replicas.
 *
 * @param address refused requests (wrong secret, unknown bot, malformed) from one address
 * @param sender authentic updates of one Telegram user, a rate per second; far above what Telegram
 *     delivers, since it sends one update of a chat at a time. Half of it is let through by each
 *     replica on its own, the other half is shared by all; ten seconds' worth of that may come at
 *     once
 * @param person requests about one person's account and schedules
 */
@ConfigurationProperties("herald.limits")
record LimitSettings(
    @DefaultValue("60/m") Rate address,
    @DefaultValue("300/s") Rate sender,
    @DefaultValue("120/m") Rate person) {

  LimitSettings {
    if (sender.period().toSeconds() != 1) {
      throw new InvalidSetting("HERALD_LIMITS_SENDER", "must be a rate per second, such as 300/s");
    }
  }
}
