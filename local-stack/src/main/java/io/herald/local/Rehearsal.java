package io.herald.local;

import io.herald.local.process.JavaCommand;
import io.herald.local.process.Launch;
import io.herald.local.process.LocalProcess;
import io.herald.local.process.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A start of an {@linkplain Unpacked unpacked} service that ends by itself before the port is
 * opened and anything is consumed; its JVM leaves an archive of its classes, and every later start
 * takes about half of the processor time.
 */
public final class Rehearsal extends LocalProcess {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Path archive;
  private final Path draft;

  private Rehearsal(ServiceSpec spec, Path archive, Path draft) {
    super(
        new Launch(
            spec.name() + "-rehearsal",
            command(spec, draft),
            environment(spec),
            spec.data(),
            () -> false,
            Duration.ZERO));
    this.archive = archive;
    this.draft = draft;
  }

  /** Not started yet. The archive fits JVMs with these options. */
  public static Rehearsal of(ServiceSpec spec) {
    Path archive = Unpacked.archive(spec.jar());
    return new Rehearsal(spec, archive, Path.of(archive + ".draft"));
  }

  /** Whether there is an archive already. */
  public static boolean isDone(ServiceSpec spec) {
    return Files.exists(Unpacked.archive(spec.jar()));
  }

  /**
   * Waits for its end, which is a matter of seconds. When nothing comes of it, the next start is as
   * slow as this one was, and that is all.
   */
  public void finish() {
    try {
      if (onExit().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join() == 0) {
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (CompletionException | IOException _) {
      kill9();
    }
  }

  private static List<String> command(ServiceSpec spec, Path draft) {
    List<String> options = new ArrayList<>(spec.jvmOptions());
    options.add("-XX:TieredStopAtLevel=1");
    options.add("-XX:ArchiveClassesAtExit=" + draft);
    options.add("-Xlog:cds*=error");
    options.add("-Dspring.context.exit=onRefresh");
    return JavaCommand.of(options, "-jar", spec.jar().toString());
  }

  private static Map<String, String> environment(ServiceSpec spec) {
    Map<String, String> environment = new HashMap<>(spec.environment());
    environment.put("SERVER_PORT", Integer.toString(spec.port()));
    return environment;
  }
}
