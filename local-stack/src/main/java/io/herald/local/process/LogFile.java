package io.herald.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The file that a child process writes to; starts append, and a large file is set aside once as
 * {@code <name>.log.1}.
 */
final class LogFile {
  private static final long SET_ASIDE_BYTES = 16L << 20;
  private static final int TAIL_BYTES = 16 << 10;

  private final Path path;
  private volatile long start;

  LogFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  void open() {
    try {
      Files.createDirectories(path.getParent());
      if (size() > SET_ASIDE_BYTES) {
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      start = size();
    } catch (IOException e) {
      throw new UncheckedIOException("the log folder cannot be written: " + path.getParent(), e);
    }
  }

  List<String> lastLines(int count) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(start, file.length() - TAIL_BYTES);
      file.seek(from);
      byte[] tail = new byte[(int) Math.max(0, file.length() - from)];
      file.readFully(tail);
      List<String> lines =
          new String(tail, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException _) {
      return List.of();
    }
  }

  private long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }
}
