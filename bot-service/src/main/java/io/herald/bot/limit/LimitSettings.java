package io.herald.bot.limit;

import io.herald.runtime.config.InvalidSetting;
import io.herald.runtime.config.Rate;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person may ask.
 *
 * @param rate commands, presses and texts of one person over time
 * @param burst how many of one person may come at once, 1 to 1,000,000
 */
@ConfigurationProperties("herald.commands")
public record LimitSettings(@DefaultValue("20/m") Rate rate, @DefaultValue("10") int burst) {

  public LimitSettings {
    if (burst < 1 || burst > 1_000_000) {
      throw new InvalidSetting("HERALD_COMMANDS_BURST", "must be 1 to 1000000");
    }
  }

  /** How long somebody who used up everything waits until nothing of it is left. */
  Duration untilFull() {
    return rate.period().multipliedBy(burst).dividedBy(rate.count());
  }
}
