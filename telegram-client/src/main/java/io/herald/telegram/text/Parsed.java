package io.herald.telegram.text;

/** What came of parsing markup: formatted text, or why there is none. */
public sealed interface Parsed permits FormattedText, Malformed {

  /**
   * The formatted text, or else the source itself as plain text: markup that can't be read still
   * reaches the reader.
   *
   * @param source what was parsed
   */
  default FormattedText orPlain(String source) {
    return this instanceof FormattedText text ? text : FormattedText.plain(source);
  }
}
