package io.herald.scheduler.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads lines of whatever length; of one that is too long only the beginning is kept. */
final class ReadLines {

  /** Bytes of a line that are kept. */
  static final int LONGEST = 64 * 1024;

  private ReadLines() {}

  /** Hands on line by line until the end; a stream that breaks off has ended. */
  static void of(InputStream stream, Consumer<String> lines) {
    var line = new ByteArrayOutputStream();
    try (InputStream in = new BufferedInputStream(stream)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          lines.accept(line.toString(UTF_8).strip());
          line.reset();
        } else if (line.size() < LONGEST) {
          line.write(next);
        }
      }
    } catch (IOException e) {
      // Its process was ended meanwhile.
    }
    if (line.size() > 0) {
      lines.accept(line.toString(UTF_8).strip());
    }
  }
}
