package io.herald.gateway.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.herald.runtime.schedule.SchedulePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of schedules as it is answered.
 *
 * @param next the {@code cursor} of the next page; absent: this is the last
 */
record SchedulePageAnswer(
    @JsonInclude(JsonInclude.Include.ALWAYS) List<ShownSchedule> schedules, @Nullable String next) {

  static SchedulePageAnswer of(SchedulePage page) {
    return new SchedulePageAnswer(
        page.schedules().stream().map(ShownSchedule::of).toList(), page.next());
  }
}
