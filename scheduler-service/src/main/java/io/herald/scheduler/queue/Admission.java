package io.herald.scheduler.queue;

/** Whether a job may wait. */
public sealed interface Admission {

  /**
   * It may; its place is kept for a minute.
   *
   * @param position 1: it is the next
   */
  record Admitted(int position) implements Admission {}

  /** It is there already, or was. */
  record Known() implements Admission {}

  /**
   * Too many wait.
   *
   * @param limit most that may
   */
  record Full(int limit) implements Admission {}
}
