package io.herald.worker.template;

import java.io.IOException;
import java.io.Writer;

/** Takes so many characters and refuses more: a list of a list of a list has no other end. */
final class LimitedText extends Writer {

  private final StringBuilder text = new StringBuilder();
  private final int limit;

  LimitedText(int limit) {
    this.limit = limit;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    int room = limit - text.length();
    text.append(buffer, offset, Math.min(length, room));
    if (length > room) {
      throw new IOException("over " + limit + " characters");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
