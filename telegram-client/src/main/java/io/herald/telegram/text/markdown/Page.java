package io.herald.telegram.text.markdown;

import io.herald.model.message.Entity;
import io.herald.telegram.text.FormattedText;
import java.util.ArrayList;
import java.util.List;

/**
 * The text being written. Space between blocks is owed until the next block begins, so that there
 * is none at the end, and lines in lists begin with their indent.
 */
final class Page {
  private static final int DEEPEST_INDENT = 6;

  private final StringBuilder out = new StringBuilder();
  private final List<Entity> entities = new ArrayList<>();
  private final List<String> indents = new ArrayList<>();
  private int owedBreaks;

  /** Asks for so many line breaks before whatever comes next; the largest demand counts. */
  void owe(int breaks) {
    owedBreaks = Math.max(owedBreaks, breaks);
  }

  /** Begins something: where it begins, behind the space before it. */
  int begin() {
    int breaks = settle();
    if (breaks > 0) {
      indent();
    }
    return out.length();
  }

  /** As {@link #begin()}, at the beginning of the line: code has an indent of its own. */
  int beginFlush() {
    settle();
    return out.length();
  }

  private int settle() {
    int breaks = out.isEmpty() ? 0 : owedBreaks;
    out.repeat('\n', breaks);
    owedBreaks = 0;
    return breaks;
  }

  private void indent() {
    // Deeper levels share an indent, or else a few bytes of markup could cost a line of spaces.
    for (int i = 0; i < Math.min(indents.size(), DEEPEST_INDENT); i++) {
      out.append(indents.get(i));
    }
  }

  /** Text inside of a block that has begun. */
  void write(String text) {
    out.append(text);
  }

  /** A line break inside of a block. */
  void newLine() {
    out.append('\n');
    indent();
  }

  int at() {
    return out.length();
  }

  /** What was written since. */
  String since(int from) {
    return out.substring(from);
  }

  void add(Entity entity) {
    if (entity.length() > 0) {
      entities.add(entity);
    }
  }

  void pushIndent(String indent) {
    indents.add(indent);
  }

  void popIndent() {
    indents.removeLast();
  }

  FormattedText text() {
    return new FormattedText(out.toString(), entities);
  }
}
