package io.herald.scheduler.due;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at what is due has found.
 *
 * @param stored how many schedules there are
 * @param overdue how many are due besides the claimed ones
 * @param next when the next one is to be looked at; null: nothing waits
 */
record Claims(List<Claimed> claimed, long stored, long overdue, @Nullable Instant next) {

  /** While the index is incomplete. */
  static final Claims NONE = new Claims(List.of(), 0, 0, null);
}
