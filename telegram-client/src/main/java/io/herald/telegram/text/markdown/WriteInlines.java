package io.herald.telegram.text.markdown;

import io.herald.model.message.Entity;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.link.LinkAddress;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Writes what stands in a line. */
final class WriteInlines extends AbstractVisitor {
  private static final Pattern LINE_BREAK =
      Pattern.compile("<br\\s*+/?>", Pattern.CASE_INSENSITIVE);

  private final Page page;
  private boolean inLink;

  WriteInlines(Page page) {
    this.page = page;
  }

  void writeChildren(Node node) {
    visitChildren(node);
  }

  void writeLines(String text) {
    String[] lines = text.split("\n");
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        page.newLine();
      }
      page.write(lines[i]);
    }
  }

  @Override
  public void visit(Text text) {
    page.write(text.getLiteral());
  }

  /** In a message a line break in the source is meant as one. */
  @Override
  public void visit(SoftLineBreak softLineBreak) {
    page.newLine();
  }

  @Override
  public void visit(HardLineBreak hardLineBreak) {
    page.newLine();
  }

  @Override
  public void visit(HtmlInline html) {
    if (LINE_BREAK.matcher(html.getLiteral()).matches()) {
      page.newLine();
    } else {
      writeLines(html.getLiteral());
    }
  }

  @Override
  public void visit(Emphasis emphasis) {
    style(EntityType.ITALIC, emphasis);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    style(EntityType.BOLD, strong);
  }

  @Override
  public void visit(CustomNode node) {
    switch (node) {
      case Strikethrough struck -> style(EntityType.STRIKETHROUGH, struck);
      case Spoiler spoiler -> style(EntityType.SPOILER, spoiler);
      default -> visitChildren(node);
    }
  }

  private void style(EntityType type, Node node) {
    int from = page.at();
    visitChildren(node);
    page.add(type.over(from, page.at()));
  }

  @Override
  public void visit(Code code) {
    int from = page.at();
    page.write(code.getLiteral());
    // Of code and link Telegram keeps one, and without the link something would be lost.
    if (!inLink) {
      page.add(EntityType.CODE.over(from, page.at()));
    }
  }

  @Override
  public void visit(Link link) {
    link(link, link.getDestination());
  }

  @Override
  public void visit(Image image) {
    if (inLink) {
      visitChildren(image);
    } else {
      link(image, image.getDestination());
    }
  }

  private void link(Node label, String address) {
    int from = page.at();
    inLink = true;
    visitChildren(label);
    inLink = false;
    String text = page.since(from);
    if (text.isBlank()) {
      page.write(address);
      text = address;
    }
    Entity link = LinkAddress.entity(address, from, page.at());
    if (link != null) {
      page.add(link);
    } else if (!address.isEmpty() && !address.equals(text) && !address.equals("mailto:" + text)) {
      page.write(" (" + address + ")");
    }
  }
}
