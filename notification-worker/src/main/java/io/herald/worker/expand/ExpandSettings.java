package io.herald.worker.expand;

import io.herald.runtime.config.Bots;
import io.herald.runtime.config.InvalidSetting;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notifications are expanded.
 *
 * @param lanes notifications expanded at once, 1 to 1024; those of one recipient stay in order
 * @param bot the bot that writes to chats that are named; to a person writes the one that they
 *     linked
 * @param slice most people of an audience in one step, 10 to 5000
 */
@ConfigurationProperties("herald.expand")
record ExpandSettings(
    @DefaultValue("64") int lanes,
    @DefaultValue(Bots.MAIN) String bot,
    @DefaultValue("500") int slice) {

  private static final Pattern BOT = Pattern.compile("[a-z0-9]{1,32}");

  ExpandSettings {
    if (lanes < 1 || lanes > 1024) {
      throw new InvalidSetting("HERALD_EXPAND_LANES", "must be 1 to 1024");
    }
    if (!BOT.matcher(bot).matches()) {
      throw new InvalidSetting("HERALD_EXPAND_BOT", "a bot's name has 1 to 32 of a-z and 0-9");
    }
    if (slice < 10 || slice > 5000) {
      throw new InvalidSetting("HERALD_EXPAND_SLICE", "must be 10 to 5000");
    }
  }
}
