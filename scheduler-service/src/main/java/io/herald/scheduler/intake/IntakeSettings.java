package io.herald.scheduler.intake;

import io.herald.runtime.config.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are taken in.
 *
 * @param lanes commands handled at once, 1 to 256; those of one job stay in order
 */
@ConfigurationProperties("herald.jobs")
record IntakeSettings(@DefaultValue("32") int lanes) {

  IntakeSettings {
    if (lanes < 1 || lanes > 256) {
      throw new InvalidSetting("HERALD_JOBS_LANES", "must be 1 to 256");
    }
  }
}
