package io.herald.system.rolling;

import io.herald.system.notify.Delivered;
import java.util.Locale;

/**
 * What became of one kind of work.
 *
 * @param what its name
 * @param asked how many messages there had to be
 * @param arrived different ones that arrived
 * @param doubled further copies
 */
record Fate(String what, int asked, int arrived, int doubled) {

  static final String HEAD = row("rolling restart", "asked", "arrived", "lost", "doubled");

  static Fate of(String what, int asked, Delivered delivered) {
    return new Fate(what, asked, delivered.distinct(), delivered.duplicates());
  }

  int lost() {
    return asked - arrived;
  }

  String row() {
    return row(what, asked, arrived, lost(), doubled);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-42s %8s %8s %6s %8s", cells);
  }
}
