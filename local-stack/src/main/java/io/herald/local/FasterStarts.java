package io.herald.local;

import io.herald.local.process.JavaCommand;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next start faster while this one is in use: each service without an archive of its
 * classes is started once more, only to the point where it would begin to work, and its JVM writes
 * the archive. One at a time, and given up when the stack stops.
 */
final class FasterStarts {
  private static final Duration CALM = Duration.ofSeconds(10);

  private final Unpacked unpacked;
  private final Path data;
  private @Nullable LocalProcess rehearsal;
  private boolean stopping;

  FasterStarts(Unpacked unpacked, Path data) {
    this.unpacked = unpacked;
    this.data = data;
  }

  /** Begins when the stack has had a moment for its first user. */
  void prepare(List<Part> services, Map<String, String> settings, ScheduledExecutorService clock) {
    List<Part> missing =
        services.stream().filter(part -> !Files.exists(unpacked.archive(part))).toList();
    var _ =
        clock.schedule(
            () ->
                Thread.startVirtualThread(() -> missing.forEach(part -> rehearse(part, settings))),
            CALM.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  void stop() {
    LocalProcess running;
    synchronized (this) {
      stopping = true;
      running = rehearsal;
    }
    if (running != null) {
      running.kill9();
    }
  }

  private void rehearse(Part part, Map<String, String> settings) {
    Path archive = unpacked.archive(part);
    Path draft = archive.resolveSibling(part.name() + ".draft");
    Rehearsal process = new Rehearsal(part, command(part, draft), settings, data);
    synchronized (this) {
      if (stopping) {
        return;
      }
      process.start();
      rehearsal = process;
    }
    try (process) {
      if (process.onExit().join() == 0 && Files.exists(draft)) {
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException _) {
      // Without the archive the next start is as slow as this one was.
    }
  }

  private List<String> command(Part part, Path draft) {
    List<String> options = new ArrayList<>(JavaCommand.shortLived(part.heapMebibytes()));
    options.add("-XX:ArchiveClassesAtExit=" + draft);
    options.add("-Xlog:cds*=error");
    options.add("-Dspring.context.exit=onRefresh");
    return JavaCommand.of(options, "-jar", unpacked.jar(part.name()).toString());
  }

  /** A start that ends by itself before the port is opened and anything is consumed. */
  private static final class Rehearsal extends LocalProcess {
    Rehearsal(Part part, List<String> command, Map<String, String> settings, Path data) {
      super(
          new Launch(
              part.name() + "-rehearsal",
              command,
              environment(part, settings),
              data,
              () -> false,
              Duration.ZERO));
    }

    private static Map<String, String> environment(Part part, Map<String, String> settings) {
      Map<String, String> environment = new HashMap<>(settings);
      environment.put("SERVER_PORT", Integer.toString(part.port()));
      return environment;
    }
  }
}
