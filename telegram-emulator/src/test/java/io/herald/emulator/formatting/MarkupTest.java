package io.herald.emulator.formatting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MarkupTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTML | <b>a</b>b | ab | bold 0+1
          HTML | <b>a<i>b</i></b> | ab | bold 0+2, italic 1+1
          HTML | &lt;&#128512;&gt; <u>x</u> | <😀> x | underline 5+1
          HTML | <pre><code class="language-java">x</code></pre> | x | pre 0+1 java
          HTML | <a href="https://e.org/?a=1&amp;b=2">x</a> | x | text_link 0+1 https://e.org/?a=1&b=2
          HTML | <a href="tg://user?id=7">x</a> | x | text_mention 0+1 7
          HTML | <blockquote expandable>x</blockquote> | x | expandable_blockquote 0+1
          HTML | <span class="tg-spoiler">x</span> | x | spoiler 0+1
          HTML | a &copy; b | a &copy; b |
          MarkdownV2 | *a _b_* | a b | bold 0+3, italic 2+1
          MarkdownV2 | __u__ ~s~ \\- | u s - | underline 0+1, strikethrough 2+1
          MarkdownV2 | [x](http://e.org/a\\)b) | x | text_link 0+1 http://e.org/a)b
          MarkdownV2 | `a*b` | a*b | code 0+3
          MarkdownV2 | ![👍](tg://emoji?id=5368324170671202286) | 👍 | custom_emoji 0+2 5368324170671202286
          MarkdownV2 | >quote | quote | blockquote 0+5
          Markdown | *a* _b_ `c` [d](e.org) | a b c d | bold 0+1, italic 2+1, code 4+1, text_link 6+1 http://e.org/
          Markdown | a\\_b | a_b |
          """)
  void turnsMarkupIntoEntities(String mode, String markup, String text, String entities) {
    FormattedText read = ReadFormattedText.read(markup, mode, null);

    assertThat(read.text()).isEqualTo(text);
    assertThat(describe(read)).isEqualTo(entities == null ? "" : entities);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTML | <b>a | can't parse entities: Can't find end tag corresponding to start tag "b"
          HTML | é<x>a | can't parse entities: Unsupported start tag "x" at byte offset 2
          HTML | a</b> | can't parse entities: Unexpected end tag at byte offset 1
          HTML | <b>a</i> | can't parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
          HTML | <b | can't parse entities: Unclosed start tag at byte offset 0
          MarkdownV2 | a.b | can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'
          MarkdownV2 | é*a | can't parse entities: Can't find end of Bold entity at byte offset 2
          MarkdownV2 | [a](b | can't parse entities: Can't find end of a URL at byte offset 4
          Markdown | é*a | can't parse entities: Can't find end of the entity starting at byte offset 2
          Elvish | a | unsupported parse_mode
          """)
  void refusesInTelegramsWords(String mode, String markup, String words) {
    assertThatThrownBy(() -> ReadFormattedText.read(markup, mode, null))
        .isInstanceOf(FormattingRefusal.class)
        .hasMessage(words);
  }

  @Test
  void aSpoilerMarkAtTheEndOfAQuoteMakesItExpandable() {
    FormattedText read = ReadFormattedText.read(">a\n>b||\nc", "MarkdownV2", null);

    assertThat(read.text()).isEqualTo("a\nb\nc");
    assertThat(read.entities().getFirst().kind()).isEqualTo(EntityKind.EXPANDABLE_BLOCKQUOTE);
  }

  @Test
  void trimsAndShiftsEntities() {
    FormattedText read = ReadFormattedText.read("  \n <b>a</b> b \n", "HTML", null);

    assertThat(read.text()).isEqualTo("a b");
    assertThat(describe(read)).isEqualTo("bold 0+1");
  }

  @Test
  void dropsTheHundredAndFirstEntitySilently() {
    FormattedText read = ReadFormattedText.read("<b>a</b> ".repeat(130), "HTML", null);

    assertThat(read.entities()).hasSize(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5 | 1 | entity begins after the end of the text at UTF-16 offset 5
          1 | 9 | entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10
          2 | 1 | entity begins in a middle of a UTF-16 symbol at byte offset 5
          -1 | 1 | receive an entity with incorrect offset -1
          """)
  void refusesEntitiesOutsideOfTheText(int offset, int length, String words) {
    var entities =
        JsonMapper.shared()
            .readTree(
                "[{\"type\":\"bold\",\"offset\":%d,\"length\":%d}]".formatted(offset, length));

    assertThatThrownBy(() -> ReadFormattedText.read("a😀b", null, entities)).hasMessage(words);
  }

  @Test
  void findsCommandsMentionsAndAddresses() {
    FormattedText read =
        ReadFormattedText.read("/start@my_bot @ann #tag a@b.org https://e.org/x.", null, null);

    assertThat(describe(read))
        .isEqualTo("bot_command 0+13, mention 14+4, hashtag 19+4, email 24+7, url 32+15");
  }

  @Test
  void stylesNeverReachIntoCode() {
    FormattedText read = ReadFormattedText.read("<b>a<code>b</code>c</b>", "HTML", null);

    assertThat(describe(read)).isEqualTo("bold 0+1, code 1+1, bold 2+1");
  }

  private static String describe(FormattedText text) {
    StringBuilder words = new StringBuilder();
    for (TextEntity entity : text.entities()) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append(entity.kind().wireName()).append(' ');
      words.append(entity.offset()).append('+').append(entity.length());
      words.append(entity.value() == null ? "" : " " + entity.value());
    }
    return words.toString();
  }
}
