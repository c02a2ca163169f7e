package io.herald.worker.dispatch;

import java.util.concurrent.CompletableFuture;

/**
 * A partition number for as long as this worker owns it: the lanes and retry topics of its chats.
 * Counts what is under way, so that it is given up only when nothing is. Confined to the loop.
 */
public final class Assignment {

  private final int partition;
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private int underWay;
  private boolean released;

  /** An assignment that has begun. */
  public Assignment(int partition) {
    this.partition = partition;
  }

  /** The partition's number. */
  public int partition() {
    return partition;
  }

  void begin() {
    underWay++;
  }

  void end() {
    underWay--;
    check();
  }

  /** Nothing new begins. Completes when nothing is under way any more. */
  CompletableFuture<Void> release() {
    released = true;
    check();
    return idle;
  }

  boolean isReleased() {
    return released;
  }

  private void check() {
    if (released && underWay == 0) {
      idle.complete(null);
    }
  }
}
