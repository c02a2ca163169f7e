package io.herald.docs;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.stream.Collectors;

/** Javadoc in Markdown. */
final class Words {

  private Words() {}

  static String markdown(List<? extends DocTree> javadoc) {
    return javadoc.stream()
        .map(Words::markdown)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String markdown(DocTree part) {
    return switch (part) {
      case TextTree text -> text.getBody();
      case LiteralTree literal -> '`' + literal.getBody().getBody().strip() + '`';
      case LinkTree link ->
          link.getLabel().isEmpty() ? name(link.getReference()) : markdown(link.getLabel());
      default -> throw new IllegalStateException("no word for " + part.getKind() + ": " + part);
    };
  }

  private static String name(ReferenceTree reference) {
    return '`' + reference.getSignature() + '`';
  }
}
