package io.herald.local;

import io.herald.local.Part.Kind;
import io.herald.local.process.Ports;
import io.herald.local.process.ProcessFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All parts together: started in order, each kind at once, and stopped the other way round. */
final class Stack {
  private final List<Supervised> parts;
  private final Screen screen;
  private final long createdNanos = System.nanoTime();

  Stack(List<Supervised> parts, Screen screen) {
    this.parts = List.copyOf(parts);
    this.screen = screen;
  }

  /**
   * Starts everything and returns when all of it is ready.
   *
   * @throws ProcessFailure when a port is taken, or a part ends or is not ready in time
   */
  void start() {
    parts.forEach(part -> part.process().endStale());
    parts.forEach(Stack::requireFreePort);
    startAndAwait(of(Kind.BACKEND));
    List<Supervised> rest = new ArrayList<>(of(Kind.TELEGRAM));
    rest.addAll(of(Kind.SERVICE));
    startAndAwait(rest);
    startObservers();
    parts.forEach(Supervised::supervise);
  }

  /**
   * Nothing depends on who watches: one that fails is told, and tried again like any other part.
   */
  private void startObservers() {
    try {
      startAndAwait(of(Kind.OBSERVER));
    } catch (ProcessFailure e) {
      screen.line(e.getMessage());
      e.lastLines().forEach(line -> screen.line("  | " + line));
    }
  }

  /** Stops what runs, also while it is still starting. */
  void stop() {
    for (Kind kind : Arrays.asList(Kind.values()).reversed()) {
      CompletableFuture.allOf(
              of(kind).stream()
                  .map(part -> CompletableFuture.runAsync(part::stop, Thread::startVirtualThread))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - createdNanos);
  }

  private List<Supervised> of(Kind kind) {
    return parts.stream().filter(part -> part.part().kind() == kind).toList();
  }

  private void startAndAwait(List<Supervised> wave) {
    List<String> awaited =
        new CopyOnWriteArrayList<>(wave.stream().map(part -> part.part().name()).toList());
    CompletableFuture<Void> outcome = new CompletableFuture<>();
    wave.forEach(Supervised::start);
    CompletableFuture.allOf(
            wave.stream()
                .map(part -> await(part, awaited, outcome))
                .toArray(CompletableFuture[]::new))
        .thenRun(() -> outcome.complete(null));
    while (!doneWithinASecond(outcome)) {
      screen.waiting(awaited, elapsed());
    }
  }

  /** The first failure is the outcome of the whole wave: nobody has to wait for the others then. */
  private CompletableFuture<Void> await(
      Supervised part, List<String> awaited, CompletableFuture<Void> outcome) {
    return CompletableFuture.runAsync(
            () -> {
              part.awaitReady();
              awaited.remove(part.part().name());
              screen.ready(part.part().name(), elapsed());
            },
            Thread::startVirtualThread)
        .whenComplete((_, error) -> {
          if (error != null) {
            outcome.completeExceptionally(
                error instanceof CompletionException ? error.getCause() : error);
          }
        });
  }

  private static boolean doneWithinASecond(CompletableFuture<Void> outcome) {
    try {
      outcome.get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ProcessFailure("interrupted while starting");
    }
  }

  private static void requireFreePort(Supervised supervised) {
    Part part = supervised.part();
    if (!Ports.isFree(part.port())) {
      throw new ProcessFailure(
          "Port %d (%s) is in use: stop what listens there, or move everything with --port-offset 100"
              .formatted(part.port(), part.name()));
    }
  }
}
