package io.herald.telegram.text;

import io.herald.model.message.Entity;
import java.util.ArrayList;
import java.util.List;

/** Cuts spaces and line breaks off both ends, and entities with them. */
final class TrimText {
  private TrimText() {}

  /** The same object if there is nothing to cut. */
  static NormalForm trim(NormalForm input) {
    String text = input.text();
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int begin = begin(text, end, input.entities());
    if (begin == 0 && end == text.length()) {
      return input;
    }
    List<Entity> kept = new ArrayList<>(input.entities().size());
    for (Entity entity : input.entities()) {
      int from = Math.max(entity.offset(), begin);
      int to = Math.min(entity.offset() + entity.length(), end);
      if (from < to) {
        kept.add(entity.at(from - begin, to - from));
      }
    }
    return new NormalForm(text.substring(begin, end), kept);
  }

  private static int begin(String text, int end, List<Entity> entities) {
    int begin = 0;
    while (begin < end && isSpace(text.charAt(begin))) {
      begin++;
    }
    for (Entity entity : entities) {
      if (entity.offset() >= begin) {
        break;
      }
      boolean covers = entity.offset() + entity.length() > begin && begin < end;
      if (covers && EntityType.isVerbatim(entity)) {
        // The indent of code means something; Telegram keeps it too, inside of an entity.
        return Math.max(entity.offset(), text.lastIndexOf('\n', begin) + 1);
      }
    }
    return begin;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }
}
