package io.herald.runtime.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What no schema can say of texts: how much free data may be in all and how deep, and that every
 * character is a whole one. Half of a surrogate pair can't be written as UTF-8 any more.
 */
final class TextBounds {

  /** Characters of all names and texts within {@code data}, and one more for each value. */
  static final int MAX_DATA = 200_000;

  /** Levels of objects and lists in {@code data}, itself included. */
  static final int MAX_DEPTH = 16;

  private long size;
  private int depth;
  private boolean halves;

  private TextBounds() {}

  /** What is wrong in that respect with a notification, each field by its own. */
  static List<Violation> violations(JsonNode notification) {
    var violations = new ArrayList<Violation>();
    notification.properties().forEach(it -> look(it.getKey(), it.getValue(), violations));
    return violations;
  }

  /** Whether free data keeps to all bounds. */
  static boolean isWithin(JsonNode data) {
    var seen = new TextBounds();
    seen.look(data, 1);
    return !seen.halves && seen.depth <= MAX_DEPTH && seen.size <= MAX_DATA;
  }

  private static void look(String field, JsonNode value, List<Violation> violations) {
    if (!ReadNotification.FIELDS.contains(field)) {
      return;
    }
    var seen = new TextBounds();
    seen.look(value, 1);
    if (seen.halves) {
      violations.add(new Violation('/' + field, "must not hold half of a surrogate pair"));
    }
    if (field.equals("data") && seen.depth > MAX_DEPTH) {
      violations.add(new Violation("/data", "must be at most " + MAX_DEPTH + " levels deep"));
    }
    if (field.equals("data") && seen.size > MAX_DATA) {
      violations.add(new Violation("/data", "must be at most " + MAX_DATA + " characters in all"));
    }
  }

  // The parser has bounded the depth before.
  private void look(JsonNode value, int level) {
    size++;
    if (value.isString()) {
      look(value.stringValue());
    } else if (value.isContainer()) {
      depth = Math.max(depth, level);
      value.propertyNames().forEach(this::look);
      value.forEach(it -> look(it, level + 1));
    }
  }

  private void look(String text) {
    size += text.length();
    halves = halves || hasHalves(text);
  }

  /** Whether half of a surrogate pair is in it. */
  static boolean hasHalves(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        // A whole pair is two of them and one character.
        i++;
      }
    }
    return false;
  }
}
