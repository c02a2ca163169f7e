package io.herald.emulator.update;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** The one open getUpdates call of a bot. */
public final class LongPoll {
  /** Why an open call ended without updates. */
  public enum Ended {
    OTHER_POLLER,
    WEBHOOK_SET
  }

  private record Waiting(MonoSink<Object> sink, Supplier<@Nullable Object> answer) {}

  private @Nullable Waiting waiting;
  private volatile long lastCallMs;
  private int lastOffset;

  /**
   * Waits for the first answer that is not null. An older waiting call is ended with {@link
   * Ended#OTHER_POLLER}.
   */
  void await(MonoSink<Object> sink, Supplier<@Nullable Object> answer) {
    Waiting mine = new Waiting(sink, answer);
    Waiting older;
    synchronized (this) {
      older = waiting;
      waiting = mine;
    }
    if (older != null) {
      older.sink.success(Ended.OTHER_POLLER);
    }
    sink.onDispose(() -> forget(mine));
    wake();
  }

  private synchronized void forget(Waiting done) {
    if (waiting == done) {
      waiting = null;
    }
  }

  /** Looks whether the waiting call can be answered now. */
  void wake() {
    Waiting current;
    synchronized (this) {
      current = waiting;
    }
    Object answer = current == null ? null : current.answer.get();
    if (current != null && answer != null) {
      current.sink.success(answer);
    }
  }

  /** Ends a waiting call. */
  public void end(Ended reason) {
    Waiting current;
    synchronized (this) {
      current = waiting;
      waiting = null;
    }
    if (current != null) {
      current.sink.success(reason);
    }
  }

  /**
   * Notes a call. Telegram holds back a call that repeats its offset within three seconds, so that
   * clients without a time-out do not spin.
   *
   * @return whether this call repeats the last one
   */
  synchronized boolean repeats(int offset, long nowMs) {
    boolean repeats = lastCallMs > 0 && offset == lastOffset && nowMs - lastCallMs < 3_000;
    lastCallMs = nowMs;
    lastOffset = offset;
    return repeats;
  }

  /** When getUpdates was last called, 0 if never. */
  public long lastCallMs() {
    return lastCallMs;
  }

  public synchronized boolean isWaiting() {
    return waiting != null;
  }
}
