package io.herald.worker.deadletter;

import org.apache.kafka.common.TopicPartition;

/** One partition that is read backwards, window by window. */
final class Tail {

  private final TopicPartition partition;
  private final long begin;
  private long end;
  private long oldest = Long.MAX_VALUE;

  /**
   * A partition.
   *
   * @param begin the first offset that matters
   * @param end the first one after those that matter
   */
  Tail(TopicPartition partition, long begin, long end) {
    this.partition = partition;
    this.begin = begin;
    this.end = end;
  }

  TopicPartition partition() {
    return partition;
  }

  long begin() {
    return begin;
  }

  /** Where a window of that size begins; it ends before {@link #end}. */
  long start(int size) {
    return Math.max(begin, end - size);
  }

  long end() {
    return end;
  }

  /** The window was read. */
  void passed(int size, long oldestTimestamp) {
    end = start(size);
    oldest = Math.min(oldest, oldestTimestamp);
  }

  boolean isExhausted() {
    return end <= begin;
  }

  /** Timestamp of the oldest record that was read, milliseconds; the greatest long before any. */
  long oldest() {
    return oldest;
  }
}
