package io.herald.telegram.text.markdown;

import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.WellFormed;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as people write it. Every text is valid: what is no markup, HTML included, is text; and
 * what Telegram can't show, such as a table or an address it takes no link to, is written out.
 */
public final class ParseMarkdown {

  /**
   * A longer text is taken as it is, in UTF-16 units. Six times of what ten messages hold: beyond,
   * it is sent as a file without formatting anyway.
   */
  public static final int LONGEST = 256 * 1024;

  /** Deeper nested blocks and inlines are text; the walk over the tree relies on it. */
  private static final int DEEPEST = 32;

  /** Of a table, counting the empty ones that short rows are filled up with. */
  private static final int MOST_CELLS = 50_000;

  private static final Extension STRIKETHROUGH =
      StrikethroughExtension.builder().requireTwoTildes(true).build();
  private static final Parser WITHOUT_TABLES = parser(List.of(STRIKETHROUGH));
  private static final Parser PARSER =
      parser(List.of(STRIKETHROUGH, TablesExtension.builder().maxCells(MOST_CELLS).build()));

  private ParseMarkdown() {}

  /** Linear in the length of the source. */
  public static FormattedText parse(String source) {
    if (source.length() > LONGEST) {
      return FormattedText.plain(source);
    }
    String wellFormed = WellFormed.of(source);
    FormattedText text = parse(PARSER, wellFormed);
    text = text == null ? parse(WITHOUT_TABLES, wellFormed) : text;
    return text == null ? FormattedText.plain(source) : text;
  }

  /**
   * Absent if the library gives up: it does for a table that is too large, and whatever else it may
   * stumble over must not cost a message.
   */
  private static @Nullable FormattedText parse(Parser parser, String source) {
    try {
      return new WriteBlocks().write(parser.parse(source));
    } catch (RuntimeException gaveUp) {
      return null;
    }
  }

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .customDelimiterProcessor(new SpoilerDelimiter())
        .maxOpenBlockParsers(DEEPEST)
        .maxInlineNesting(DEEPEST)
        .build();
  }
}
