package io.herald.bench.run;

import io.herald.local.process.LocalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder and the processes that work in it. Closing it, Ctrl-C included, stops the
 * processes, the youngest first, and then removes the folder.
 */
public final class Workspace implements AutoCloseable {
  private final Path folder;
  private final Deque<LocalProcess> processes = new ArrayDeque<>();
  private boolean closed;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  /** A new, empty one; a JVM has one at a time. */
  public static Workspace create() {
    try {
      Workspace workspace = new Workspace(Files.createTempDirectory("herald-bench-"));
      Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "close-workspace"));
      LocalProcess.atExit(workspace::close);
      return workspace;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be created", e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Starts a process and does not wait for it. */
  public synchronized <P extends LocalProcess> P start(P process) {
    if (closed) {
      throw new IllegalStateException("the benchmark is being stopped");
    }
    processes.push(process);
    process.start();
    return process;
  }

  /** Stops one of them before the others. */
  public synchronized void stop(LocalProcess process) {
    process.close();
    processes.remove(process);
  }

  /** Waits until all of them can work. */
  public static void awaitReady(List<? extends LocalProcess> started, Duration timeout) {
    started.forEach(process -> process.awaitReady(timeout));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    processes.forEach(LocalProcess::close);
    delete();
  }

  private void delete() {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(Workspace::delete);
    } catch (IOException e) {
      System.err.println("Not removed: " + folder + " (" + e.getMessage() + ")");
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      System.err.println("Not removed: " + path + " (" + e.getMessage() + ")");
    }
  }
}
