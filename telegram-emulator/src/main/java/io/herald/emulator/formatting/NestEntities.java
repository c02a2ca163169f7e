package io.herald.emulator.formatting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Makes entities nest as Telegram demands: links and the like never overlap each other, quotes
 * never overlap quotes, styles are merged, cut at the borders they cross, and absent from code.
 */
final class NestEntities {
  private NestEntities() {}

  static List<TextEntity> nest(List<TextEntity> entities) {
    if (entities.isEmpty()) {
      return entities;
    }
    List<TextEntity> sorted = new ArrayList<>(entities);
    sorted.sort(TextEntity.ORDER);
    List<TextEntity> solid = new ArrayList<>();
    List<TextEntity> styles = new ArrayList<>();
    for (TextEntity entity : sorted) {
      if (entity.kind().isStyle()) {
        styles.add(entity);
      } else if (fits(entity, solid)) {
        solid.add(entity);
      }
    }
    List<TextEntity> nested = new ArrayList<>(solid);
    for (TextEntity style : merged(styles)) {
      cut(style, solid, nested);
    }
    nested.sort(TextEntity.ORDER);
    return untangled(nested);
  }

  private static boolean fits(TextEntity entity, List<TextEntity> placed) {
    for (TextEntity other : placed) {
      boolean quoted =
          other.kind().isBlockquote() && !entity.kind().isBlockquote() && other.contains(entity);
      if (other.intersects(entity) && !quoted) {
        return false;
      }
    }
    return true;
  }

  /** Joins touching and overlapping ranges of one style. */
  private static List<TextEntity> merged(List<TextEntity> styles) {
    Map<EntityKind, TextEntity> last = new EnumMap<>(EntityKind.class);
    List<TextEntity> result = new ArrayList<>();
    for (TextEntity style : styles) {
      TextEntity before = last.get(style.kind());
      if (before != null && style.offset() <= before.end()) {
        int end = Math.max(before.end(), style.end());
        last.put(style.kind(), before.range(before.offset(), end));
      } else {
        if (before != null) {
          result.add(before);
        }
        last.put(style.kind(), style);
      }
    }
    result.addAll(last.values());
    return result;
  }

  private static void cut(TextEntity style, List<TextEntity> solid, List<TextEntity> result) {
    TreeSet<Integer> borders = new TreeSet<>();
    for (TextEntity other : solid) {
      boolean crosses = other.intersects(style) && !other.contains(style);
      if (crosses && (!style.contains(other) || other.kind().isVerbatim())) {
        borders.add(other.offset());
        borders.add(other.end());
      }
    }
    int from = style.offset();
    for (int border : borders.subSet(style.offset() + 1, style.end())) {
      addOutsideCode(style.range(from, border), solid, result);
      from = border;
    }
    addOutsideCode(style.range(from, style.end()), solid, result);
  }

  private static void addOutsideCode(
      TextEntity part, List<TextEntity> solid, List<TextEntity> result) {
    boolean inCode =
        solid.stream().anyMatch(other -> other.kind().isVerbatim() && other.intersects(part));
    if (!inCode) {
      result.add(part);
    }
  }

  /** Cuts styles that cross other styles, so that all ranges nest. */
  private static List<TextEntity> untangled(List<TextEntity> sorted) {
    List<TextEntity> result = new ArrayList<>(sorted.size());
    List<TextEntity> waiting = new ArrayList<>(sorted);
    while (!waiting.isEmpty()) {
      TextEntity next = waiting.removeFirst();
      int border = crossedBorder(next, result);
      if (border < 0) {
        result.add(next);
        continue;
      }
      waiting.add(next.range(next.offset(), border));
      waiting.add(next.range(border, next.end()));
      waiting.sort(TextEntity.ORDER);
    }
    return result;
  }

  private static int crossedBorder(TextEntity entity, List<TextEntity> placed) {
    for (TextEntity other : placed) {
      if (other.offset() < entity.offset()
          && other.end() > entity.offset()
          && other.end() < entity.end()) {
        return other.end();
      }
    }
    return -1;
  }
}
