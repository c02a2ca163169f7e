package io.herald.telegram.text.split;

import io.herald.model.message.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Stretches of a text, ordered and apart from each other. */
final class Ranges {
  private int[] begins = new int[8];
  private int[] ends = new int[8];
  private int size;

  /** What entities of some kind cover; they don't overlap. */
  static Ranges of(List<Entity> entities, Predicate<Entity> kind) {
    Ranges ranges = new Ranges();
    for (Entity entity : entities) {
      if (kind.test(entity)) {
        ranges.add(entity.offset(), entity.offset() + entity.length());
      }
    }
    return ranges;
  }

  void add(int begin, int end) {
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    begins[size] = begin;
    ends[size++] = end;
  }

  /** Where the stretch begins that a cut there would go through; -1: none. */
  int beginAround(int cut) {
    int at = Arrays.binarySearch(begins, 0, size, cut);
    int before = at >= 0 ? at - 1 : -at - 2;
    return before >= 0 && ends[before] > cut ? begins[before] : -1;
  }
}
