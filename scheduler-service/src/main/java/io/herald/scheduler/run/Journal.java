package io.herald.scheduler.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The log of a job: what its program wrote and was no report; at most 1 MiB. The disk is full: the
 * job goes on without it.
 */
final class Journal implements AutoCloseable {

  private static final long MOST = 1 << 20;

  private final OutputStream out;
  private long room;

  private Journal(OutputStream out, long room) {
    this.out = out;
    this.room = room;
  }

  /** Opens it at its end. */
  static Journal open(Path file) {
    try {
      Files.createDirectories(file.getParent());
      OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new Journal(out, MOST - Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line, while there is room. */
  synchronized void add(String line) {
    byte[] bytes = (line + '\n').getBytes(UTF_8);
    if (line.isEmpty() || bytes.length > room) {
      return;
    }
    room -= bytes.length;
    try {
      out.write(bytes);
    } catch (IOException e) {
      room = 0;
    }
  }

  @Override
  public synchronized void close() {
    room = 0;
    try {
      out.close();
    } catch (IOException e) {
      // There is nothing left to lose.
    }
  }
}
