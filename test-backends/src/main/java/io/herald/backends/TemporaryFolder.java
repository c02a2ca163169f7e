package io.herald.backends;

import io.herald.local.process.LocalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A folder for one broker or Redis, removed with it, at the latest when this JVM exits. */
record TemporaryFolder(Path path) {
  private static final Set<TemporaryFolder> LIVING = ConcurrentHashMap.newKeySet();

  static {
    LocalProcess.afterExit(() -> LIVING.forEach(TemporaryFolder::remove));
  }

  static TemporaryFolder create() {
    try {
      TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory("herald-test-"));
      LIVING.add(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be created", e);
    }
  }

  void remove() {
    LIVING.remove(this);
    try {
      Files.walkFileTree(path, new Remover());
    } catch (IOException _) {
      // The system's own clean-up of temporary files takes the rest.
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
