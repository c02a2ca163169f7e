package io.herald.bench.report;

import java.util.List;

/**
 * What was aimed at, and what came out.
 *
 * @param text the goal in words
 * @param measured the figure it is judged by, in words
 * @param met whether it is reached
 */
public record Goal(String text, String measured, boolean met) {

  /** A figure that has to reach a bound. What was not measured does not. */
  public static Goal atLeast(String text, double measured, double bound) {
    return new Goal(text, TextTable.number(measured, 2), measured >= bound);
  }

  /** A figure that must not exceed a bound. What was not measured fails. */
  public static Goal atMost(String text, double measured, double bound) {
    return new Goal(text, TextTable.number(measured, 1), measured <= bound);
  }

  /** Something of which there must be none. */
  public static Goal none(String what, long measured) {
    return new Goal(what + " = 0", TextTable.number(measured, 0), measured == 0);
  }

  /** One line for each. */
  public static String describe(List<Goal> goals) {
    TextTable table = new TextTable("goal", "measured", "");
    goals.forEach(goal -> table.row(goal.text, goal.measured, goal.met ? "met" : "NOT MET"));
    return table.render();
  }
}
