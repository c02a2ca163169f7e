package io.herald.telegram.text;

import java.util.Objects;

/**
 * Markup that Telegram would refuse.
 *
 * @param reason Telegram's words, without the place
 * @param offset where, as Telegram counts it: in bytes of the source in UTF-8
 */
public record Malformed(String reason, int offset) implements Parsed {

  public Malformed {
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * Malformed at a place that is counted in UTF-16 units.
   *
   * @param reason Telegram's words, without the place
   * @param source the markup
   * @param index where in the markup
   */
  public static Malformed at(String reason, String source, int index) {
    int bytes = 0;
    for (int i = 0; i < index; i++) {
      char c = source.charAt(i);
      // Each half of a pair stands for two of its four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return new Malformed(reason, bytes);
  }

  /** The reason with its place. */
  public String description() {
    return reason + " at byte offset " + offset;
  }
}
