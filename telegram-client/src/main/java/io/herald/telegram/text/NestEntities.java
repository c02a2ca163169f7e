package io.herald.telegram.text;

import io.herald.model.message.Entity;
import io.herald.telegram.text.EntityType.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes entities nest as Telegram demands: of quotes that overlap the outer one stays, and so it is
 * with links and code; styles are joined where they touch, absent from code, and cut where they
 * cross anything else.
 */
final class NestEntities {

  /** From the first to the last, from the outside to the inside. */
  static final Comparator<Entity> ORDER =
      Comparator.comparingInt(Entity::offset)
          .thenComparing(Comparator.comparingInt(Entity::length).reversed())
          .thenComparingInt(EntityType::rank);

  private NestEntities() {}

  static List<Entity> nest(List<Entity> entities) {
    if (entities.size() < 2) {
      return List.copyOf(entities);
    }
    List<Entity> quotes = new ArrayList<>();
    List<Entity> solids = new ArrayList<>();
    List<Entity> styles = new ArrayList<>();
    for (Entity entity : sorted(entities)) {
      switch (EntityType.group(entity)) {
        case QUOTE -> addIfFree(entity, quotes);
        case STYLE -> styles.add(entity);
        default -> addIfFree(entity, solids);
      }
    }
    solids = notCrossing(quotes, solids);
    List<Entity> starts = new ArrayList<>(quotes);
    starts.addAll(solids);
    starts.addAll(outsideCode(sorted(joined(styles)), solids));
    return List.copyOf(sorted(new CutStyles().cut(sorted(starts))));
  }

  static int end(Entity entity) {
    return entity.offset() + entity.length();
  }

  private static List<Entity> sorted(List<Entity> entities) {
    List<Entity> sorted = new ArrayList<>(entities);
    sorted.sort(ORDER);
    return sorted;
  }

  private static void addIfFree(Entity entity, List<Entity> taken) {
    if (taken.isEmpty() || entity.offset() >= end(taken.getLast())) {
      taken.add(entity);
    }
  }

  /** Those that lie in one quote or in none; both lists are ordered and free of overlaps. */
  private static List<Entity> notCrossing(List<Entity> quotes, List<Entity> solids) {
    List<Entity> kept = new ArrayList<>(solids.size());
    int next = 0;
    for (Entity solid : solids) {
      while (next < quotes.size() && end(quotes.get(next)) <= solid.offset()) {
        next++;
      }
      boolean free = next == quotes.size() || quotes.get(next).offset() >= end(solid);
      if (free
          || (quotes.get(next).offset() <= solid.offset() && end(quotes.get(next)) >= end(solid))) {
        kept.add(solid);
      }
    }
    return kept;
  }

  private static List<Entity> joined(List<Entity> styles) {
    Map<String, Entity> last = new HashMap<>();
    List<Entity> result = new ArrayList<>(styles.size());
    for (Entity style : styles) {
      Entity before = last.get(style.type());
      if (before != null && style.offset() <= end(before)) {
        int end = Math.max(end(before), end(style));
        last.put(style.type(), before.at(before.offset(), end - before.offset()));
      } else {
        if (before != null) {
          result.add(before);
        }
        last.put(style.type(), style);
      }
    }
    result.addAll(last.values());
    return result;
  }

  /** What of the styles is not in code; both lists are ordered. */
  private static List<Entity> outsideCode(List<Entity> styles, List<Entity> solids) {
    List<Entity> code = solids.stream().filter(EntityType::isVerbatim).toList();
    if (code.isEmpty()) {
      return styles;
    }
    List<Entity> result = new ArrayList<>(styles.size());
    int next = 0;
    for (Entity style : styles) {
      while (next < code.size() && end(code.get(next)) <= style.offset()) {
        next++;
      }
      int from = style.offset();
      for (int i = next; i < code.size() && code.get(i).offset() < end(style); i++) {
        if (from < code.get(i).offset()) {
          result.add(style.at(from, code.get(i).offset() - from));
        }
        from = end(code.get(i));
      }
      if (from < end(style)) {
        result.add(style.at(from, end(style) - from));
      }
    }
    return result;
  }

  static boolean isStyle(Entity entity) {
    return EntityType.group(entity) == Group.STYLE;
  }
}
