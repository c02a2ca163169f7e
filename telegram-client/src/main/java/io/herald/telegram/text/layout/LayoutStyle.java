package io.herald.telegram.text.layout;

import java.util.Objects;

/**
 * How long text becomes messages.
 *
 * @param mostParts longer text is sent as a file; at least 1
 * @param marked whether parts end with a line such as {@code [2/3]}
 * @param fileName of the file that holds the text
 * @param fileNote what stands below the beginning of the text in the file's caption; {@code %d}:
 *     how many characters there are, {@code %s}: the file's name
 */
public record LayoutStyle(int mostParts, boolean marked, String fileName, String fileNote) {

  /** Ten parts, marked; more in a file {@code message.txt}. */
  public static final LayoutStyle STANDARD =
      new LayoutStyle(10, true, "message.txt", "… %d characters: %s");

  public LayoutStyle {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(fileNote, "fileNote");
    if (mostParts < 1) {
      throw new IllegalArgumentException("mostParts must be at least 1, not " + mostParts);
    }
    // A note that can't be filled in fails here, and not when a text turns out long.
    fileNote.formatted(0, fileName);
  }
}
