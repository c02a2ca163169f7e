package io.herald.model.message;

/**
 * Which part of a notification a message is.
 *
 * @param index from 1
 * @param count how many there are
 */
public record Part(int index, int count) {

  /** A notification that fits into one message. */
  public static final Part ONLY = new Part(1, 1);

  public Part {
    if (index < 1 || count < index) {
      throw new IllegalArgumentException("part " + index + " of " + count);
    }
  }
}
