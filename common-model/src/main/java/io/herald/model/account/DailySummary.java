package io.herald.model.account;

import java.time.LocalTime;

/**
 * Whether a person is told once a day what happened on it.
 *
 * @param enabled whether they are; absent in JSON: yes
 * @param at when, on their clock; absent in JSON: at nine
 * @param skipQuiet whether days on which nothing happened are left out; absent in JSON: no
 */
public record DailySummary(Boolean enabled, LocalTime at, Boolean skipQuiet) {

  /** Every day at nine. */
  public static final DailySummary DEFAULT = new DailySummary(true, LocalTime.of(9, 0), false);

  /** None. */
  public static final DailySummary NONE = new DailySummary(false, LocalTime.of(9, 0), false);

  public DailySummary {
    enabled = enabled == null || enabled;
    at = at == null ? LocalTime.of(9, 0) : at;
    skipQuiet = skipQuiet != null && skipQuiet;
  }
}
