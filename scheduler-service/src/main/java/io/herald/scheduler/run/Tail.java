package io.herald.scheduler.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The last 64 KiB of what a program writes to its stderr. One thread writes, any may read. */
final class Tail {

  private static final int KEPT = 64 * 1024;
  private static final int TOLD = 2_000;
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  private final byte[] ring = new byte[KEPT];
  private long written;

  /**
   * Reads to the end; a stream that breaks off has ended.
   *
   * @param most bytes that may come
   * @param tooMuch is told, once, when more do
   */
  void read(InputStream stream, long most, Runnable tooMuch) {
    byte[] some = new byte[8192];
    try (stream) {
      for (int count = stream.read(some); count >= 0; count = stream.read(some)) {
        write(some, count);
        if (count() > most) {
          tooMuch.run();
          return;
        }
      }
    } catch (IOException e) {
      // Its process was ended meanwhile.
    }
  }

  private synchronized void write(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      ring[(int) (written++ % KEPT)] = bytes[i];
    }
  }

  private synchronized long count() {
    return written;
  }

  /** All that is kept, without colours and the like. */
  synchronized String text() {
    int size = (int) Math.min(written, KEPT);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = ring[(int) ((written - size + i) % KEPT)];
    }
    String text = COLOURS.matcher(new String(bytes, UTF_8)).replaceAll("");
    return CONTROL.matcher(text.replace('\r', '\n')).replaceAll("").strip();
  }

  /** The last lines, at most 2,000 characters; null: there are none. */
  @Nullable String lastLines() {
    String text = text();
    if (text.length() > TOLD) {
      text = text.substring(text.length() - TOLD);
      int lineEnd = text.indexOf('\n');
      text = lineEnd >= 0 ? text.substring(lineEnd + 1) : whole(text);
    }
    return text.isBlank() ? null : text.strip();
  }

  private static String whole(String text) {
    return Character.isLowSurrogate(text.charAt(0)) ? text.substring(1) : text;
  }
}
