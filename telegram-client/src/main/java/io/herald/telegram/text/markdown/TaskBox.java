package io.herald.telegram.text.markdown;

import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The box of a task, {@code - [ ] like this} or {@code - [x] this}. */
final class TaskBox {
  private static final int LENGTH = 4;

  private TaskBox() {}

  /** The box that an item begins with, and takes it out of the item's text; absent: no task. */
  static @Nullable String take(ListItem item) {
    if (!(item.getFirstChild() instanceof Paragraph paragraph)
        || !(paragraph.getFirstChild() instanceof Text text)) {
      return null;
    }
    String literal = text.getLiteral();
    String box = literal.length() < LENGTH ? null : box(literal.substring(0, LENGTH));
    if (box != null) {
      text.setLiteral(literal.substring(LENGTH));
    }
    return box;
  }

  private static @Nullable String box(String marker) {
    return switch (marker) {
      case "[ ] " -> "☐ ";
      case "[x] ", "[X] " -> "☑ ";
      default -> null;
    };
  }
}
