package io.herald.emulator.formatting;

import java.util.ArrayList;
import java.util.List;

/**
 * Trims spaces and line breaks at both ends; leading ones inside an entity stay, as at Telegram.
 */
final class TrimText {
  private TrimText() {}

  static FormattedText trim(FormattedText input) {
    String text = input.text();
    List<TextEntity> visible = visible(text, input.entities());
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    int limit = visible.isEmpty() ? end : Math.min(end, visible.getFirst().offset());
    int begin = 0;
    while (begin < limit && isBlank(text.charAt(begin))) {
      begin++;
    }
    List<TextEntity> moved = new ArrayList<>(visible.size());
    for (TextEntity entity : visible) {
      int to = Math.min(entity.end(), end);
      if (entity.offset() < to) {
        moved.add(entity.range(entity.offset(), to).shiftedBy(-begin));
      }
    }
    return new FormattedText(text.substring(begin, end), moved);
  }

  /** Entities over nothing but white space are dropped. */
  private static List<TextEntity> visible(String text, List<TextEntity> entities) {
    return entities.stream()
        .filter(entity -> !isBlank(text.substring(entity.offset(), entity.end())))
        .toList();
  }

  private static boolean isBlank(String text) {
    return text.chars().allMatch(c -> isBlank((char) c));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }
}
