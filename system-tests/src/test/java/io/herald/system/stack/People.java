package io.herald.system.stack;

import java.util.concurrent.atomic.AtomicLong;

/** Telegram users, a new one for each test, so that no test sees another's chat. */
public final class People {

  private static final AtomicLong NEXT = new AtomicLong(1_000_001);

  private People() {}

  /** The id of a user whom nobody has met. */
  public static long stranger() {
    return NEXT.getAndIncrement();
  }

  /** The first of so many ids that nobody else uses. */
  public static long crowd(int size) {
    return NEXT.getAndAdd(size);
  }
}
