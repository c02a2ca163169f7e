package io.herald.scheduler.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.job.JobKeys;

/** Where the scheduler's own notes lie in Redis, in the slot of the index. */
final class Keys {

  /** Jobs that were let in and whose event is under way: a sorted set, by when it is given up. */
  static final byte[] RESERVED = bytes("job:{jobs}:reserved");

  /** Those that run: a sorted set, by the end of their leases in milliseconds. */
  static final byte[] LEASES = bytes("job:{jobs}:leases");

  /** Those that run: a hash that tells which executor runs them. */
  static final byte[] HOLDERS = bytes("job:{jobs}:holders");

  /** When somebody looked for abandoned jobs, in milliseconds. */
  static final byte[] LOOKED = bytes("job:{jobs}:looked");

  /** Until when nothing counts as abandoned, in milliseconds. */
  static final byte[] SETTLED = bytes("job:{jobs}:settled");

  static final byte[][] APPLY = {JobKeys.QUEUE, JobKeys.RUNNING, RESERVED, LEASES, HOLDERS};
  static final byte[][] ADMIT = {JobKeys.PLACE, JobKeys.QUEUE, RESERVED};
  static final byte[][] MOVED = {JobKeys.PLACE, JobKeys.QUEUE};
  static final byte[][] CANCEL = {JobKeys.PLACE, JobKeys.QUEUE, JobKeys.RUNNING};
  static final byte[][] TAKE = {JobKeys.PLACE, JobKeys.QUEUE, JobKeys.RUNNING, LEASES, HOLDERS};
  static final byte[][] HOLD = {JobKeys.QUEUE, JobKeys.RUNNING, LEASES, HOLDERS};
  static final byte[][] LOOK = {
    JobKeys.PLACE, JobKeys.QUEUE, JobKeys.RUNNING, LEASES, HOLDERS, LOOKED, SETTLED
  };

  private Keys() {}

  static byte[] bytes(long number) {
    return bytes(String.valueOf(number));
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
