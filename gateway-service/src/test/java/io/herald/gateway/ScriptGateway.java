package io.herald.gateway;

import io.herald.backends.Backends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A gateway with a folder for photos and a socket, shared by the tests of this JVM. */
public final class ScriptGateway {

  private static final Path FOLDER = newFolder();

  private ScriptGateway() {}

  /** The gateway. */
  public static RunningGateway gateway() {
    return Shared.GATEWAY;
  }

  /** The folder that photos may be taken from. */
  public static Path photos() {
    return FOLDER.resolve("photos");
  }

  /** The socket's file. */
  public static Path socket() {
    return FOLDER.resolve("herald.sock");
  }

  /** Writes a file into a folder of its own beside that of the photos. */
  public static Path outside(String name, byte[] bytes) {
    return write(FOLDER.resolve(name), bytes);
  }

  /** Writes a file into the folder of the photos. */
  public static Path inside(String name, byte[] bytes) {
    return write(photos().resolve(name), bytes);
  }

  private static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("herald-scripts-");
      Files.createDirectory(folder.resolve("photos"));
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final RunningGateway GATEWAY =
        RunningGateway.start(
            Backends.kafka(),
            Backends.redis(),
            "herald.photo.folders=" + photos(),
            "herald.socket=" + socket());
  }
}
