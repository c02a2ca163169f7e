package io.herald.model.account;

import io.herald.model.topic.Lane;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to get.
 *
 * @param enabled whether they want notifications at all; absent in JSON: yes
 * @param minimumPriority the least urgent priority that they want
 * @param quietHours when less urgent ones than {@code interactive} wait; absent: never
 * @param zone the zone that their hours are in
 */
public record Preferences(
    Boolean enabled, Lane minimumPriority, @Nullable QuietHours quietHours, ZoneId zone) {

  /** Everything, at any hour. */
  public static final Preferences DEFAULT = new Preferences(true, Lane.BULK, null, ZoneOffset.UTC);

  public Preferences {
    enabled = enabled == null || enabled;
    minimumPriority = minimumPriority == null ? Lane.BULK : minimumPriority;
    zone = zone == null ? ZoneOffset.UTC : zone;
  }
}
