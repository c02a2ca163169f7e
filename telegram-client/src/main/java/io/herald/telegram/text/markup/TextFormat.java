package io.herald.telegram.text.markup;

import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.Parsed;
import io.herald.telegram.text.html.ParseHtml;
import io.herald.telegram.text.markdown.ParseMarkdown;
import io.herald.telegram.text.markdownv2.ParseMarkdownV2;

/** How a text is written. */
public enum TextFormat {
  /** As it is: no character is markup. */
  PLAIN,
  /** CommonMark with strikethrough, spoilers, tables and tasks; every text is valid. */
  MARKDOWN,
  /** Telegram's HTML style, strict. */
  HTML,
  /** Telegram's MarkdownV2 style, strict. */
  MARKDOWN_V2;

  /** Reads markup, in time linear in its length. */
  public Parsed parse(String source) {
    return switch (this) {
      case PLAIN -> FormattedText.plain(source);
      case MARKDOWN -> ParseMarkdown.parse(source);
      case HTML -> ParseHtml.parse(source);
      case MARKDOWN_V2 -> ParseMarkdownV2.parse(source);
    };
  }

  /** Reads markup; if it is malformed, the source as plain text. */
  public FormattedText parseOrPlain(String source) {
    return parse(source).orPlain(source);
  }
}
