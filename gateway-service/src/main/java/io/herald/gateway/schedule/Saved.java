package io.herald.gateway.schedule;

import io.herald.runtime.contract.Violation;
import io.herald.runtime.schedule.ScheduleView;

/** What became of a schedule that somebody wanted saved. */
public sealed interface Saved {

  /** There is a new one. */
  record Created(ScheduleView view) implements Saved {}

  /** It is as it was wanted, now or from before. */
  record AsWanted(ScheduleView view) implements Saved {}

  /** Its id belongs to another one. */
  record Taken() implements Saved {}

  /** There is none of that id. */
  record Missing() implements Saved {}

  /**
   * Somebody else was faster.
   *
   * @param revision the one that it has by now
   */
  record Outdated(long revision) implements Saved {}

  /** It makes no sense at this time: it would never be due, or too often. */
  record Unfit(Violation why) implements Saved {}

  /** They may not have that sent or done. */
  record Forbidden(Violation why) implements Saved {}

  /**
   * The person has enough of them.
   *
   * @param most how many a person may have
   */
  record TooMany(int most) implements Saved {}
}
