package io.herald.gateway.upload;

import io.herald.runtime.blob.Blobs;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The memory that uploads may take up together: a file is held whole until Kafka has it. Who finds
 * no room is told to come again, so that many large files never end the gateway.
 */
public final class UploadRoom {

  private final AtomicLong free;

  private UploadRoom(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  /** A quarter of this process' memory, but always enough for the largest file. */
  static UploadRoom ofThisProcess() {
    return ofBytes(Math.max(Runtime.getRuntime().maxMemory() / 4, Blobs.MOST_BYTES));
  }

  /** So much room. */
  static UploadRoom ofBytes(long bytes) {
    return new UploadRoom(bytes);
  }

  /**
   * Works in so much room and gives it back; fails with {@link NoRoom} when there is none.
   *
   * @param bytes what the work may hold at most
   */
  public <T> Mono<T> within(long bytes, Supplier<Mono<T>> work) {
    return Mono.defer(() -> take(bytes) ? work.get().doFinally(_ -> give(bytes)) : noRoom());
  }

  private boolean take(long bytes) {
    long left = free.addAndGet(-bytes);
    if (left < 0) {
      give(bytes);
    }
    return left >= 0;
  }

  private void give(long bytes) {
    free.addAndGet(bytes);
  }

  private static <T> Mono<T> noRoom() {
    return Mono.error(new NoRoom());
  }

  /** Too many uploads are under way. */
  static final class NoRoom extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NoRoom() {
      super("no room for another upload", null, false, false);
    }
  }
}
