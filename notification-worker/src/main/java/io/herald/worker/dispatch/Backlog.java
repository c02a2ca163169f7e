package io.herald.worker.dispatch;

import io.herald.model.topic.Lane;
import io.herald.worker.deliver.Shelf;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much waits in memory. Each lane has a bound of its own, so that a full bulk lane stops the
 * reading of bulk messages alone; beyond the bounds Kafka is the buffer. Safe from any thread.
 */
public final class Backlog {

  private static final int A_FEW = 256;
  private static final int MOST_MESSAGES = 8_192;
  private static final long MOST_BYTES = 24L << 20;

  private final Shelves[] lanes = {new Shelves(), new Shelves(), new Shelves()};
  private final Shelves retries = new Shelves();

  private static final class Shelves {
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    boolean hasRoom() {
      return messages.get() < MOST_MESSAGES && bytes.get() < MOST_BYTES;
    }
  }

  /** Whether more of that lane may be read. */
  public boolean hasRoom(Lane lane) {
    return lanes[lane.ordinal()].hasRoom();
  }

  /** Whether there is room for a few: enough to find one that Telegram takes. */
  public boolean hasRoomForAFew(Lane lane) {
    return lanes[lane.ordinal()].messages.get() < A_FEW;
  }

  /** Whether more may be read from the retry topics. */
  public boolean hasRoomForRetries() {
    return retries.hasRoom();
  }

  /** Messages of that lane that wait in memory. */
  public int waiting(Lane lane) {
    return lanes[lane.ordinal()].messages.get();
  }

  /** Bytes of that lane in memory. */
  long bytes(Lane lane) {
    return lanes[lane.ordinal()].bytes.get();
  }

  /** Messages that wait for another try after a minute or more. */
  public int resting() {
    return retries.messages.get();
  }

  /** A message was read. */
  public void add(Entry entry) {
    of(entry).messages.incrementAndGet();
    of(entry).bytes.addAndGet(entry.bytes());
  }

  void remove(Entry entry) {
    of(entry).messages.decrementAndGet();
    of(entry).bytes.addAndGet(-entry.bytes());
  }

  private Shelves of(Entry entry) {
    return entry.shelf() == Shelf.LANE ? lanes[entry.lane().ordinal()] : retries;
  }
}
