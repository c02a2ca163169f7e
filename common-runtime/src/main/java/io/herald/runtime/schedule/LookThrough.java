package io.herald.runtime.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a list of schedules was looked through for those that a filter lets through.
 *
 * @param found those
 * @param last id of the last one that was looked at; null: none was
 * @param looks how often the index was asked
 * @param isOver whether there are no more
 */
record LookThrough(List<ScheduleView> found, @Nullable String last, int looks, boolean isOver) {

  /** Most questions for one page, so that a filter that lets none through ends in time. */
  private static final int MOST_LOOKS = 10;

  static LookThrough after(@Nullable String id) {
    return new LookThrough(List.of(), id, 0, false);
  }

  /** With the next ones looked at, as long as some are wanted; fewer than asked for: the last. */
  LookThrough at(List<ScheduleView> next, int asked, ScheduleFilter filter, int wanted) {
    List<ScheduleView> all = new ArrayList<>(found);
    String at = last;
    int looked = 0;
    while (looked < next.size() && all.size() < wanted) {
      ScheduleView view = next.get(looked++);
      at = view.schedule().id();
      if (filter.lets(view.schedule())) {
        all.add(view);
      }
    }
    return new LookThrough(all, at, looks + 1, looked == next.size() && looked < asked);
  }

  boolean goesOn(int wanted) {
    return !isOver && found.size() < wanted && looks < MOST_LOOKS;
  }

  SchedulePage page() {
    return new SchedulePage(found, isOver ? null : last);
  }
}
