package io.herald.telegram.flood;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What happens when, in microseconds; things at one moment happen in the order they were put in.
 */
final class Timeline {

  static final long MS = 1_000;
  static final long SECOND = 1_000 * MS;

  /** Any moment that is not the beginning of time. */
  static final long START = 1_000_000 * SECOND;

  private record Event(long at, long number, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private long number;
  private long now = START;

  long now() {
    return now;
  }

  /** Time since the start in seconds. */
  double seconds() {
    return (now - START) / 1e6;
  }

  void after(long micros, Runnable action) {
    events.add(new Event(now + micros, number++, action));
  }

  void runUntil(long secondsFromStart) {
    long end = START + secondsFromStart * SECOND;
    while (!events.isEmpty() && events.peek().at() <= end) {
      Event event = events.poll();
      now = event.at();
      event.action().run();
    }
    now = end;
  }
}
