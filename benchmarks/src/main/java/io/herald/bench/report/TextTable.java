package io.herald.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in plain text: the first column to the left, all others to the right. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  public TextTable(String... header) {
    this.columns = header.length;
    rows.add(List.of(header));
  }

  /** Adds a row of as many cells as the header has. */
  public void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(columns + " cells make a row, not " + cells.length);
    }
    rows.add(List.of(cells));
  }

  /** An empty line. */
  public void gap() {
    rows.add(List.of());
  }

  /** The value with that many digits after the point and thousands apart; {@code –} for NaN. */
  public static String number(double value, int digits) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  /** All lines, each ended by a line break. */
  public String render() {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(line(row, widths)).append('\n'));
    return text.toString();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + padding : GAP + padding + row.get(i));
    }
    return line.toString().stripTrailing();
  }
}
