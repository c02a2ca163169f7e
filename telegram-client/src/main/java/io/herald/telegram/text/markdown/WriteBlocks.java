package io.herald.telegram.text.markdown;

import io.herald.model.message.Entity;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.FormattedText;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Writes a document's blocks: what Telegram knows as entities, the rest as text. */
final class WriteBlocks extends AbstractVisitor {
  private static final String[] BULLETS = {"• ", "◦ ", "▪ "};
  private static final String RULE = "———";

  private final Page page = new Page();
  private final WriteInlines inlines = new WriteInlines(page);
  private int bulletDepth;

  /** The parser's bound on nesting keeps the walk, which is recursive, shallow. */
  FormattedText write(Node document) {
    document.accept(this);
    return page.text();
  }

  @Override
  public void visit(Paragraph paragraph) {
    page.begin();
    inlines.writeChildren(paragraph);
    page.owe(isInTightList(paragraph) ? 1 : 2);
  }

  @Override
  public void visit(Heading heading) {
    int from = page.begin();
    inlines.writeChildren(heading);
    page.add(EntityType.BOLD.over(from, page.at()));
    page.owe(2);
  }

  @Override
  public void visit(BlockQuote quote) {
    int from = page.begin();
    visitChildren(quote);
    page.add(EntityType.BLOCKQUOTE.over(from, page.at()));
    page.owe(2);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : code.getInfo().strip();
    code(code.getLiteral(), info.isEmpty() ? "" : info.split("\\s", 2)[0]);
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code.getLiteral(), "");
  }

  private void code(String literal, String language) {
    // Telegram turns a tab into one space, which would tear indents apart.
    String text = literal.replace("\t", "    ");
    pre(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text, language);
  }

  private void pre(String text, String language) {
    int from = page.beginFlush();
    page.write(text);
    String named = language.isEmpty() ? null : language;
    page.add(new Entity("pre", from, page.at() - from, null, named));
    page.owe(2);
  }

  @Override
  public void visit(HtmlBlock html) {
    page.begin();
    inlines.writeLines(html.getLiteral());
    page.owe(2);
  }

  @Override
  public void visit(ThematicBreak rule) {
    page.begin();
    page.write(RULE);
    page.owe(2);
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock table) {
      pre(WriteTable.write(table), "");
    } else {
      visitChildren(block);
    }
  }

  @Override
  public void visit(BulletList list) {
    String bullet = BULLETS[bulletDepth % BULLETS.length];
    bulletDepth++;
    items(list, item -> bullet);
    bulletDepth--;
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    int[] number = {start == null ? 1 : start};
    String delimiter = list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter();
    items(list, item -> number[0]++ + delimiter + " ");
  }

  private void items(ListBlock list, java.util.function.Function<ListItem, String> marker) {
    for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof ListItem item) {
        item(item, marker.apply(item));
        page.owe(list.isTight() ? 1 : 2);
      }
    }
    page.owe(isInTightList(list) ? 1 : 2);
  }

  private void item(ListItem item, String marker) {
    page.begin();
    String box = TaskBox.take(item);
    page.write(box == null ? marker : box);
    page.pushIndent(" ".repeat(marker.length()));
    visitChildren(item);
    page.popIndent();
  }

  private static boolean isInTightList(Block block) {
    return block.getParent() instanceof ListItem item
        && item.getParent() instanceof ListBlock list
        && list.isTight();
  }
}
