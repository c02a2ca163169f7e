package io.herald.telegram.ladder;

import io.herald.model.message.Entity;
import java.util.Comparator;
import java.util.List;

/** Text without formatting. A link's address is part of what was said, so it stays as text. */
final class PlainText {

  private PlainText() {}

  /** The text, with the address of each link in brackets behind it. */
  static String of(String text, List<Entity> entities) {
    var plain = new StringBuilder(text);
    entities.stream()
        .filter(entity -> hidesAnAddress(entity, text))
        .sorted(Comparator.comparingInt((Entity entity) -> end(entity, text)).reversed())
        .forEach(entity -> plain.insert(end(entity, text), " (" + entity.url() + ')'));
    return plain.toString();
  }

  private static boolean hidesAnAddress(Entity entity, String text) {
    String url = entity.url();
    // A link to tg:// means nothing to a reader.
    return url != null && url.startsWith("http") && !text.contains(url);
  }

  /** Offsets may be what was refused, so they are not trusted. */
  private static int end(Entity entity, String text) {
    int end = Math.clamp((long) entity.offset() + entity.length(), 0, text.length());
    boolean withinAPair =
        end > 0
            && end < text.length()
            && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
    return withinAPair ? end + 1 : end;
  }
}
