package io.herald.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The scripts of src/test/scripts, in folders that other users can enter. */
final class InstalledScripts {

  /** Who is told of what belongs to nobody. */
  static final long ADMIN = 901;

  static final Path FOLDER = installed();

  private InstalledScripts() {}

  static void register(DynamicPropertyRegistry registry) {
    registry.add("HERALD_SCRIPTS_FOLDERS", FOLDER::toString);
    registry.add("HERALD_SCRIPTS_IMAGES", () -> FOLDER.resolve("pictures").toString());
    registry.add("HERALD_SCRIPTS_PROCESSES", () -> "32");
    registry.add("TELEGRAM_ADMIN_USER_IDS", () -> ADMIN + ",902");
  }

  private static Path installed() {
    try {
      Path folder = open(Files.createTempDirectory("herald-scripts-"));
      open(Files.createDirectory(folder.resolve("pictures")));
      try (var files = Files.list(Path.of("src/test/scripts"))) {
        for (Path file : files.toList()) {
          open(Files.copy(file, folder.resolve(file.getFileName())));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path open(Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
