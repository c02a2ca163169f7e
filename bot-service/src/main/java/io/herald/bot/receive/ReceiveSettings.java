package io.herald.bot.receive;

import io.herald.runtime.config.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How updates are taken.
 *
 * @param lanes updates handled at once, 1 to 1024; those of one chat stay in order
 */
@ConfigurationProperties("herald.bot")
record ReceiveSettings(@DefaultValue("256") int lanes) {

  ReceiveSettings {
    if (lanes < 1 || lanes > 1024) {
      throw new InvalidSetting("HERALD_BOT_LANES", "must be 1 to 1024");
    }
  }
}
