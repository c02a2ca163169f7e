package io.herald.worker.intake;

import io.herald.worker.dispatch.Receipt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * How far one partition is. Records are done with in any order; the offset that may be committed
 * follows the last one below which all are. Confined to the reading thread, but for receipts.
 */
final class Progress {

  private static final class Slot implements Receipt {
    private final long offset;
    private final long writtenAt;
    private volatile boolean finished;

    Slot(long offset, long writtenAt) {
      this.offset = offset;
      this.writtenAt = writtenAt;
    }

    @Override
    public void finish() {
      finished = true;
    }
  }

  private final Deque<Slot> unfinished = new ArrayDeque<>();
  private long next = -1;
  private long committed = -1;

  /**
   * A record was read.
   *
   * @param writtenAt when it was written, milliseconds since the epoch
   */
  Receipt read(long offset, long writtenAt) {
    Slot slot = new Slot(offset, writtenAt);
    unfinished.addLast(slot);
    return slot;
  }

  /** The offset to commit; empty when it is committed already. */
  OptionalLong toCommit() {
    Slot first;
    while ((first = unfinished.peekFirst()) != null && first.finished) {
      next = first.offset + 1;
      unfinished.removeFirst();
    }
    return next > committed ? OptionalLong.of(next) : OptionalLong.empty();
  }

  /** Kafka has that offset. */
  void committed(long offset) {
    committed = Math.max(committed, offset);
  }

  /** When the oldest record was written that is not done with; empty when there is none. */
  OptionalLong oldest() {
    return unfinished.stream()
        .filter(slot -> !slot.finished)
        .mapToLong(slot -> slot.writtenAt)
        .findFirst();
  }

  /** Records between the offset to commit and the last one read. */
  int size() {
    return unfinished.size();
  }
}
