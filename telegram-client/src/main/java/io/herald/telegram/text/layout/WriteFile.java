package io.herald.telegram.text.layout;

import io.herald.model.message.Entity;
import io.herald.model.topic.TopicSpec;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.FormattedText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes formatted text as a plain text file. */
final class WriteFile {

  /**
   * Half of what a record may hold: in JSON the file is Base64, a third longer, and beside it there
   * are the caption and the headers.
   */
  static final int MOST_BYTES = TopicSpec.MAX_RECORD_BYTES / 2;

  private WriteFile() {}

  /** In UTF-8. A file that is too large for a record says at its end that it was cut. */
  static byte[] bytes(FormattedText text) {
    byte[] bytes = withAddresses(text).getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MOST_BYTES) {
      return bytes;
    }
    byte[] note =
        "\n\n[cut: the text has %d bytes]\n"
            .formatted(bytes.length)
            .getBytes(StandardCharsets.UTF_8);
    int end = MOST_BYTES - note.length;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--;
    }
    byte[] cut = Arrays.copyOf(bytes, end + note.length);
    System.arraycopy(note, 0, cut, end, note.length);
    return cut;
  }

  /** A file has no links: their addresses stand behind their words. */
  private static String withAddresses(FormattedText formatted) {
    String text = formatted.text();
    StringBuilder out = new StringBuilder(text.length());
    int written = 0;
    for (Entity entity : formatted.entities()) {
      int end = entity.offset() + entity.length();
      String url = entity.url();
      boolean link = EntityType.TEXT_LINK.is(entity) && url != null;
      if (link && !bare(url).equals(bare(text.substring(entity.offset(), end)))) {
        out.append(text, written, end).append(" (").append(url).append(')');
        written = end;
      }
    }
    return out.append(text, written, text.length()).toString();
  }

  /** What people write of an address. */
  private static String bare(String address) {
    int scheme = address.indexOf("://");
    String rest = scheme < 0 ? address : address.substring(scheme + 3);
    return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
  }
}
