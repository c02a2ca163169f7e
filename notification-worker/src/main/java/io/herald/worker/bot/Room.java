package io.herald.worker.bot;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Room for so many bytes at once; who finds none waits, and those who wait get it in turn. */
final class Room {

  private record Waiting(long bytes, MonoSink<Long> sink) {}

  private final Queue<Waiting> queue = new ArrayDeque<>();
  private final long size;
  private long free;

  Room(long size) {
    this.size = size;
    this.free = size;
  }

  /** Completes with what was taken, to be given back; more than there is at all counts as all. */
  Mono<Long> take(long bytes) {
    return Mono.create(sink -> {
      synchronized (this) {
        queue.add(new Waiting(Math.min(bytes, size), sink));
      }
      serve();
    });
  }

  /** Gives it back. */
  void leave(long bytes) {
    synchronized (this) {
      free += bytes;
    }
    serve();
  }

  private void serve() {
    for (Waiting next = next(); next != null; next = next()) {
      next.sink().success(next.bytes());
    }
  }

  private synchronized @Nullable Waiting next() {
    Waiting next = queue.peek();
    if (next == null || next.bytes() > free) {
      return null;
    }
    free -= next.bytes();
    return queue.remove();
  }
}
