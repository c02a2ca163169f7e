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
  private int codeEnd;

  private record Open(Entity entity, int from, int end) {
    Open startingAt(int start) {
      return new Open(entity, Math.max(from, start), end);
    }
  }

  /** Ordered quotes, links and code that don't cross, and styles of which none touches its like. */
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
    if (NestEntities.isStyle(entity)) {
      open.add(new Open(entity, Math.max(begin, codeEnd), end));
      return;
    }
    if (EntityType.isVerbatim(entity)) {
      codeEnd = end;
      open.replaceAll(
          other -> NestEntities.isStyle(other.entity) ? piece(other, begin, end) : other);
    }
    int at = 0;
    while (at < open.size() && open.get(at).end >= end) {
      at++;
    }
    for (int i = at; i < open.size(); i++) {
      open.set(i, piece(open.get(i), begin, begin));
    }
    open.add(at, new Open(entity, begin, end));
  }

  /** Writes what is open before that place; the rest goes on at the other. */
  private Open piece(Open before, int until, int goesOn) {
    int to = Math.min(until, before.end);
    if (before.from < to) {
      result.add(before.entity.at(before.from, to - before.from));
    }
    return before.startingAt(goesOn);
  }

  private void closeUpTo(int offset) {
    while (true) {
      int end = Integer.MAX_VALUE;
      for (Open each : open) {
        end = Math.min(end, each.end);
      }
      if (open.isEmpty() || end > offset) {
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
    for (int i = outermost; i < open.size(); i++) {
      open.set(i, piece(open.get(i), end, end));
    }
    open.removeIf(each -> each.end == end);
  }
}
