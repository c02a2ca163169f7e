package io.herald.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A shell script as a child; ready when its log has the line "up". */
final class Shell extends LocalProcess {
  static final Duration SOON = Duration.ofMinutes(1);

  Shell(String script, Path data, Duration grace) {
    super(
        new Launch(
            "shell",
            List.of("/bin/sh", "-c", script),
            Map.of("HERALD_GREETING", "hello"),
            data,
            () -> new LogFile(data.resolve("logs/shell.log")).lastLines(100).contains("up"),
            grace));
  }

  static Shell started(String script, Path data) {
    Shell shell = new Shell(script, data, Duration.ofSeconds(10));
    shell.start();
    return shell;
  }
}
