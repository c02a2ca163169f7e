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
 * @param summary whether they are told once a day what happened on it; absent in JSON: at nine
 */
public record Preferences(
    Boolean enabled,
    Lane minimumPriority,
    @Nullable QuietHours quietHours,
    ZoneId zone,
    DailySummary summary) {

  /** Everything, at any hour. */
  public static final Preferences DEFAULT =
      new Preferences(true, Lane.BULK, null, ZoneOffset.UTC, DailySummary.DEFAULT);

  public Preferences {
    enabled = enabled == null || enabled;
    minimumPriority = minimumPriority == null ? Lane.BULK : minimumPriority;
    zone = zone == null ? ZoneOffset.UTC : zone;
    summary = summary == null ? DailySummary.DEFAULT : summary;
  }

  /** Those of somebody who has chosen nothing about the summary. */
  public static Preferences of(
      boolean enabled, Lane minimumPriority, @Nullable QuietHours quietHours, ZoneId zone) {
    return new Preferences(enabled, minimumPriority, quietHours, zone, DailySummary.DEFAULT);
  }

  /** The same, with notifications or without. */
  public Preferences withEnabled(boolean other) {
    return new Preferences(other, minimumPriority, quietHours, zone, summary);
  }

  /** The same from another priority on. */
  public Preferences withMinimumPriority(Lane other) {
    return new Preferences(enabled, other, quietHours, zone, summary);
  }

  /** The same with other quiet hours, or without any. */
  public Preferences withQuietHours(@Nullable QuietHours other) {
    return new Preferences(enabled, minimumPriority, other, zone, summary);
  }

  /** The same in another zone. */
  public Preferences withZone(ZoneId other) {
    return new Preferences(enabled, minimumPriority, quietHours, other, summary);
  }

  /** The same with another summary. */
  public Preferences withSummary(DailySummary other) {
    return new Preferences(enabled, minimumPriority, quietHours, zone, other);
  }
}
