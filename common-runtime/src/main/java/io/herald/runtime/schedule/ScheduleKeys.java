package io.herald.runtime.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.Topics;
import io.herald.runtime.index.IndexSpec;
import java.time.Duration;
import java.util.List;

/**
 * Where schedules lie in Redis: all of it in one slot of a cluster, with what says how far the
 * index is.
 *
 * <p>A schedule costs its JSON and some 600 bytes, each of its runs that are known some 300.
 */
public final class ScheduleKeys {

  /** The index of schedules, which the scheduler keeps. */
  public static final IndexSpec INDEX =
      new IndexSpec("schedules", List.of(Topics.SCHEDULES, Topics.SCHEDULE_RUNS));

  /** How long a schedule that is not due any more is known; then the scheduler deletes it. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** How many runs of each schedule are known. */
  public static final int RUNS_KEPT = 20;

  /** How far the index is. */
  public static final byte[] PLACE = bytes(INDEX.key());

  /** When to look at which schedule, in milliseconds: a sorted set; paused ones are not in it. */
  public static final byte[] DUE = bytes("sched:{schedules}:due");

  /** Every id: a sorted set in which all have score 0. */
  public static final byte[] ALL = bytes("sched:{schedules}:all");

  /** What the keys of definitions begin with; each is its JSON. */
  public static final byte[] JSON = bytes("sched:{schedules}:json:");

  /**
   * What the keys of states begin with; each is a hash: {@code at} tells the record that its
   * definition came from, {@code due} its next due time (empty: none), {@code from} when it was
   * changed, {@code mark} its timing, {@code own} its owners, {@code ran} and {@code asked} the due
   * times of its last runs by time and by hand, {@code next} and {@code rev} what they said.
   */
  public static final byte[] STATES = bytes("sched:{schedules}:state:");

  /** What the keys of histories begin with; each is a list, the newest run first. */
  static final byte[] RUNS = bytes("sched:{schedules}:runs:");

  /** What the keys of owners begin with; each is a sorted set of ids, all with score 0. */
  static final byte[] OWNERS = bytes("sched:{schedules}:own:");

  /** What the keys of minutes begin with; each counts the runs of a minute since the epoch. */
  static final String MINUTES = "sched:{schedules}:minute:";

  private ScheduleKeys() {}

  static byte[] runs(String id) {
    return bytes("sched:{schedules}:runs:" + id);
  }

  static byte[] owner(String word) {
    return bytes("sched:{schedules}:own:" + word(word));
  }

  /** As it stands among others, which are apart by spaces. */
  static String word(String owner) {
    return owner.replace("%", "%25").replace(" ", "%20");
  }

  /** In UTF-8. */
  public static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Decimal. */
  public static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }
}
