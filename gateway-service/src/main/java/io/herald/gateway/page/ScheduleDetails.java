package io.herald.gateway.page;

import io.herald.gateway.schedule.ShownSchedule;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleIds;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.Summarize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule and its history, as its own page shows them.
 *
 * @param text what it says; empty: nothing of its own
 * @param cron its cron expression; empty: it has none
 * @param missed what becomes of a missed time
 * @param jitter how much later it may be fired; empty: not at all
 * @param ends when it ends; empty: it doesn't
 * @param made the day that it was made
 * @param form what can be changed of it
 * @param isMovable whether its time is chosen here, and not in somebody's preferences
 */
record ScheduleDetails(
    ScheduleRow row,
    String text,
    String cron,
    String missed,
    String jitter,
    String ends,
    String made,
    ScheduleForm form,
    boolean isMovable,
    List<Run> runs) {

  /**
   * What came of a due time.
   *
   * @param late how long after its due time it was fired
   * @param took how long what it started took; null: not known
   * @param remark what else is to be said; empty: nothing
   */
  record Run(
      String iso, String due, String late, Words words, @Nullable String took, String remark) {}

  static ScheduleDetails of(
      ShownSchedule shown, List<ScheduleRun> runs, String user, Times times, Instant now) {
    Schedule schedule = shown.schedule();
    return new ScheduleDetails(
        ScheduleRow.of(shown, user, times, now),
        PayloadWords.text(schedule.payload()),
        schedule.timing() instanceof Cron cron ? cron.cron() : "",
        missed(schedule.misfire()),
        schedule.jitter().isZero()
            ? ""
            : "up to " + TimingWords.length(schedule.jitter()) + " later",
        schedule.endsAt() == null ? "" : times.exact(schedule.endsAt()),
        times.day(schedule.createdAt()),
        ScheduleForm.of(schedule, times.zone()),
        !(schedule.payload() instanceof Summarize),
        runs.stream().map(run -> run(run, times)).toList());
  }

  /** Changes with everything that is shown. */
  public String version() {
    return Integer.toHexString(hashCode());
  }

  private static String missed(Misfire misfire) {
    return switch (misfire.policy()) {
      case FIRE_ONCE -> "made up for once, up to " + TimingWords.length(misfire.grace()) + " late";
      case SKIP -> "left out";
    };
  }

  private static Run run(ScheduleRun run, Times times) {
    long late = Math.max(0, Duration.between(run.due(), run.firedAt()).toMillis());
    return new Run(
        run.due().toString(),
        times.exact(run.due()),
        Times.took(late),
        words(run.outcome()),
        run.durationMillis() == null ? null : Times.took(run.durationMillis()),
        remark(run));
  }

  private static Words words(RunOutcome outcome) {
    return switch (outcome) {
      case FIRED -> new Words("Fired", "good");
      case COMPLETED -> new Words("Done", "good");
      case SKIPPED -> new Words("Left out", "warn still");
      case FAILED -> new Words("Failed", "bad");
    };
  }

  private static String remark(ScheduleRun run) {
    if (run.reason() != null) {
      return run.reason();
    }
    if (run.missed() > 0) {
      return "for " + run.missed() + " more that were missed";
    }
    return run.fire().startsWith(ScheduleIds.manual(run.schedule(), "")) ? "by hand" : "";
  }
}
