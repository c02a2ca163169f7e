package io.herald.worker.template;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import io.herald.model.notification.TextMarkup;
import java.util.regex.Pattern;

/** Makes values plain words in a markup: no character of theirs is taken for formatting. */
final class Escape {

  // CommonMark: any ASCII punctuation may stand behind a backslash.
  private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
  // MarkdownV2's reserved characters, and the backslash itself.
  private static final Pattern RESERVED = Pattern.compile("[_*\\[\\]()~`>#+\\-=|{}.!\\\\]");
  // An indented line behind an empty one would be code.
  private static final Pattern INDENT = Pattern.compile("(?<=[\\n\\r])[ \\t]+");

  private Escape() {}

  /** How values are written in that markup. */
  static Mustache.Escaper in(TextMarkup markup) {
    return switch (markup) {
      case PLAIN -> Escapers.NONE;
      case HTML -> Escape::html;
      case MARKDOWN -> Escape::markdown;
      case MARKDOWN_V2 -> value -> RESERVED.matcher(value).replaceAll("\\\\$0");
    };
  }

  private static String html(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String markdown(String value) {
    String flat = INDENT.matcher(value).replaceAll("");
    return PUNCTUATION.matcher(flat).replaceAll("\\\\$0");
  }
}
