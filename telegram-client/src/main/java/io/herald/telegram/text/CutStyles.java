package io.herald.telegram.text;

import io.herald.model.message.Entity;
import java.util.ArrayList;
import java.util.List;

/**
 * One walk over entities in order that cuts styles where they would cross. At any place few are
 * open: a quote, a link or code, and one of each style; so each step is short however many there
 * are.
 */
final class CutStyles {
  private final List<Entity> result = new ArrayList<>();
  // Outermost first. Each holds what is still to be written: it shrinks as pieces are cut off.
  private final List<Open> open = new ArrayList<>();

  private record Open(Entity entity, int from, int end) {}

  /**
   * Ordered quotes, links and code that don't cross, and styles of which none touches its like or
   * reaches into code.
   */
  List<Entity> cut(List<Entity> starts) {
    for (Entity start : starts) {
      closeUpTo(start.offset());
      open(start);
    }
    closeUpTo(Integer.MAX_VALUE);
    return result;
  }

  private void open(Entity entity) {
    int begin = entity.offset();
    int end = NestEntities.end(entity);
    int at = open.size();
    if (!NestEntities.isStyle(entity)) {
      // Styles that end inside of it go on inside of it.
      at = 0;
      while (at < open.size() && open.get(at).end >= end) {
        at++;
      }
      cutFrom(at, begin);
    }
    open.add(at, new Open(entity, begin, end));
  }

  /** Writes what is open from that depth on, up to a place, and lets it go on there. */
  private void cutFrom(int depth, int place) {
    for (int i = depth; i < open.size(); i++) {
      Open each = open.get(i);
      if (each.from < place) {
        result.add(each.entity.at(each.from, place - each.from));
        open.set(i, new Open(each.entity, place, each.end));
      }
    }
  }

  private void closeUpTo(int offset) {
    while (!open.isEmpty()) {
      int end = Integer.MAX_VALUE;
      for (Open each : open) {
        end = Math.min(end, each.end);
      }
      if (end > offset) {
        return;
      }
      close(end);
    }
  }

  private void close(int end) {
    int outermost = 0;
    while (open.get(outermost).end != end) {
      outermost++;
    }
    cutFrom(outermost, end);
    open.removeIf(each -> each.end == end);
  }
}
