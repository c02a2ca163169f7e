package io.herald.telegram.text.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table as lines of a fixed-width font. */
final class WriteTable {

  /**
   * A wider cell pushes its line out of shape instead of widening all others: a phone shows about
   * as many characters, and one long cell would multiply the size of the table.
   */
  private static final int WIDEST = 40;

  private record Cell(String text, int width, TableCell.Alignment alignment) {}

  private WriteTable() {}

  static String write(TableBlock table) {
    List<List<Cell>> rows = new ArrayList<>();
    int headRows = 0;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          rows.add(cells(row));
          headRows += part instanceof TableHead ? 1 : 0;
        }
      }
    }
    int[] widths = widths(rows);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      if (i == headRows && i > 0) {
        rule(widths, out);
      }
      line(rows.get(i), widths, out);
    }
    return out.toString();
  }

  private static List<Cell> cells(Node row) {
    List<Cell> cells = new ArrayList<>();
    for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof TableCell cell) {
        Page page = new Page();
        new WriteInlines(page).writeChildren(cell);
        String text = page.text().text().replace('\n', ' ');
        cells.add(new Cell(text, DisplayWidth.of(text), alignment(cell)));
      }
    }
    return cells;
  }

  private static TableCell.Alignment alignment(TableCell cell) {
    return cell.getAlignment() == null ? TableCell.Alignment.LEFT : cell.getAlignment();
  }

  private static int[] widths(List<List<Cell>> rows) {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.getFirst().size()];
    for (List<Cell> row : rows) {
      for (int i = 0; i < Math.min(widths.length, row.size()); i++) {
        widths[i] = Math.max(widths[i], Math.min(row.get(i).width, WIDEST));
      }
    }
    return widths;
  }

  private static void rule(int[] widths, StringBuilder out) {
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? "" : "-|-").repeat('-', widths[i]);
    }
    out.append('\n');
  }

  private static void line(List<Cell> row, int[] widths, StringBuilder out) {
    int columns = Math.min(widths.length, row.size());
    for (int i = 0; i < columns; i++) {
      Cell cell = row.get(i);
      int space = Math.max(0, widths[i] - cell.width);
      int before =
          switch (cell.alignment) {
            case LEFT -> 0;
            case CENTER -> space / 2;
            case RIGHT -> space;
          };
      out.append(i == 0 ? "" : " | ").repeat(' ', before).append(cell.text);
      // Nothing is seen behind the last cell.
      out.repeat(' ', i == columns - 1 ? 0 : space - before);
    }
    out.append('\n');
  }
}
