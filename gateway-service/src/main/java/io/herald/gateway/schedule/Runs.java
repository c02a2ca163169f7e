package io.herald.gateway.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.herald.model.schedule.ScheduleRun;
import java.time.Duration;
import java.util.List;

/**
 * What came of a schedule's due times.
 *
 * @param runs the last twenty, the newest first
 */
record Runs(@JsonInclude(JsonInclude.Include.ALWAYS) List<Shown> runs) {

  /**
   * One of them.
   *
   * @param lateMillis how long after its due time it was fired or left out
   */
  record Shown(@JsonUnwrapped ScheduleRun run, long lateMillis) {}

  static Runs of(List<ScheduleRun> runs) {
    return new Runs(runs.stream().map(run -> new Shown(run, lateMillis(run))).toList());
  }

  private static long lateMillis(ScheduleRun run) {
    return Math.max(0, Duration.between(run.due(), run.firedAt()).toMillis());
  }
}
