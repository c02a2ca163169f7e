package io.herald.local;

import io.herald.local.process.ProcessFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The folder that everything is kept in, held by one stack at a time. */
final class DataFolder implements AutoCloseable {
  private static final int SECRET_BYTES = 24;

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes the folder for this stack; it is created when missing.
   *
   * @throws ProcessFailure when another stack has it, or it cannot be written
   */
  static DataFolder take(Path path) {
    try {
      Files.createDirectories(path.resolve("run"));
      FileChannel channel =
          FileChannel.open(
              path.resolve("run").resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new ProcessFailure(
            "Herald runs already with the data in "
                + path
                + ": stop it, or choose another folder with --data DIR");
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new ProcessFailure("The data folder " + path + " cannot be used: " + e);
    }
  }

  Path path() {
    return path;
  }

  /** What the parts of this stack know each other by. */
  Secrets secrets() {
    return new Secrets(
        secret("webhook-secret"),
        secret("api-key"),
        secret("jwt-secret"),
        secret("oidc-secret"),
        secret("signing-secret"));
  }

  /** Made at random for the first start, and readable by its owner only. */
  private String secret(String name) {
    Path file = path.resolve(name);
    try {
      if (!Files.exists(file)) {
        create(file);
        Files.writeString(file, random() + "\n");
      }
      String secret = Files.readString(file).strip();
      if (!secret.matches("[A-Za-z0-9_-]{16,256}")) {
        throw new ProcessFailure(
            "The secret in " + file + " is not usable: remove the file to get a new one");
      }
      return secret;
    } catch (IOException e) {
      throw new ProcessFailure("The secret in " + file + " cannot be used: " + e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private static void create(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private static String random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
