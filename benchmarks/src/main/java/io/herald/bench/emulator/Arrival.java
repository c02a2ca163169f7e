package io.herald.bench.emulator;

/**
 * A message that the emulator accepted.
 *
 * @param atMs when, in milliseconds since the epoch
 */
public record Arrival(long chat, String text, long atMs) {

  /** The text's first word, which tells the messages of a run apart. */
  public String key() {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }
}
