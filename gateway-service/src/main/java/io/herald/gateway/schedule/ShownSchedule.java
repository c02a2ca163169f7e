package io.herald.gateway.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is answered.
 *
 * @param schedule what is to happen; its fields stand beside the others
 * @param state whether it goes on
 * @param next the next three times that it is due; fewer where it ends, none where it is paused
 * @param last what came of its last due time; absent: there was none
 */
public record ShownSchedule(
    @JsonUnwrapped Schedule schedule,
    State state,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Instant> next,
    @Nullable ScheduleRun last) {

  private static final int TIMES = 3;

  /** Whether a schedule goes on. */
  public enum State {
    /** It is due again. */
    @JsonProperty("active")
    ACTIVE,
    /** It waits for somebody to resume it. */
    @JsonProperty("paused")
    PAUSED,
    /** It is not due any more. */
    @JsonProperty("ended")
    ENDED
  }

  /** That schedule as it stands. */
  public static ShownSchedule of(ScheduleView view) {
    Schedule schedule = view.schedule();
    return new ShownSchedule(schedule, state(view), times(schedule, view.next()), view.last());
  }

  private static State state(ScheduleView view) {
    if (view.schedule().paused()) {
      return State.PAUSED;
    }
    return view.next() == null ? State.ENDED : State.ACTIVE;
  }

  private static List<Instant> times(Schedule schedule, @Nullable Instant first) {
    return first == null
        ? List.of()
        : Stream.concat(Stream.of(first), after(schedule, first, TIMES - 1)).toList();
  }

  private static Stream<Instant> after(Schedule schedule, Instant time, int count) {
    Instant end = schedule.endsAt();
    return Timetable.next(schedule.timing(), time, count).stream()
        .filter(due -> end == null || due.isBefore(end));
  }
}
