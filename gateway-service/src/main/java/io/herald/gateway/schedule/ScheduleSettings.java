package io.herald.gateway.schedule;

import io.herald.runtime.config.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people may do with schedules.
 *
 * @param perPerson {@code HERALD_SCHEDULES_PERPERSON}: schedules that one person may have, 0 to
 *     1,000; who has the scope {@code admin} may have any number
 */
@ConfigurationProperties("herald.schedules")
record ScheduleSettings(@DefaultValue("100") int perPerson) {

  ScheduleSettings {
    if (perPerson < 0 || perPerson > 1_000) {
      throw new InvalidSetting("HERALD_SCHEDULES_PERPERSON", "must be 0 to 1000");
    }
  }
}
