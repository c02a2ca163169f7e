package io.herald.local;

import io.herald.local.process.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next start faster while this one is in use, by a {@link Rehearsal} of each service that
 * had none. One at a time, and given up when the stack stops.
 */
final class FasterStarts {
  private static final Duration CALM = Duration.ofSeconds(10);

  private final List<ServiceSpec> services;
  private @Nullable Rehearsal rehearsal;
  private boolean stopping;

  FasterStarts(List<ServiceSpec> services) {
    this.services = services;
  }

  /** Begins when the stack has had a moment for its first user. */
  void prepare(ScheduledExecutorService clock) {
    List<ServiceSpec> missing = services.stream().filter(it -> !Rehearsal.isDone(it)).toList();
    var _ =
        clock.schedule(
            () -> Thread.startVirtualThread(() -> missing.forEach(this::rehearse)),
            CALM.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  void stop() {
    Rehearsal running;
    synchronized (this) {
      stopping = true;
      running = rehearsal;
    }
    if (running != null) {
      running.kill9();
    }
  }

  private void rehearse(ServiceSpec service) {
    try (Rehearsal process = Rehearsal.of(service)) {
      synchronized (this) {
        if (stopping) {
          return;
        }
        process.start();
        rehearsal = process;
      }
      process.finish();
    }
  }
}
