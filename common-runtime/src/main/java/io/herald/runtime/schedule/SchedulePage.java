package io.herald.runtime.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of schedules.
 *
 * @param schedules in the order of their ids; may be fewer than asked for although there are more
 * @param next where the next page begins; absent: this is the last
 */
public record SchedulePage(
    @JsonInclude(JsonInclude.Include.ALWAYS) List<ScheduleView> schedules, @Nullable String next) {

  public SchedulePage {
    schedules = List.copyOf(schedules);
  }
}
