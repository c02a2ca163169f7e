package io.herald.telegram.text.markdownv2;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.Malformed;
import io.herald.telegram.text.NormalFormCheck;
import io.herald.telegram.text.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseMarkdownV2Test {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "*x* => bold[x]",
        "_x_ => italic[x]",
        "__x__ => underline[x]",
        "~x~ => strikethrough[x]",
        "||x|| => spoiler[x]",
        "`x` => code[x]",
        "`x*_.` => code[x*_.]",
        "`x\\`y` => code[x`y]",
        "```x``` => pre[x]",
        "[x](http://a.example/a\\)b) => text_link[x] http://a.example/a)b",
        "[a\\.example] => text_link[a.example] http://a.example/",
        "[x](tg://user?id=42) => text_mention[x] 42",
        "![x](tg://emoji?id=5368324170671202286) => custom_emoji[x] 5368324170671202286",
        "![x](tg://time?unix=1700000000&format=D) => date_time[x] 1700000000 D",
        ">x => blockquote[x]",
        ">x|| => expandable_blockquote[x]"
      })
  void readsMarks(String markup, String entity) {
    assertThat(Shown.entities(parsed(markup))).containsExactly(entity);
  }

  @Test
  void readsCodeWithItsLanguage() {
    assertThat(Shown.entities(parsed("```java\nint i\n```"))).containsExactly("pre[int i] java");
    assertThat(Shown.entities(parsed("```\r\nint i```"))).containsExactly("pre[int i]");
    assertThat(Shown.entities(parsed("```java```"))).containsExactly("pre[java]");
  }

  @Test
  void nests() {
    FormattedText text = parsed("*a _b ~c~_ __d__* ||e||");
    assertThat(text.text()).isEqualTo("a b c d e");
    assertThat(Shown.entities(text))
        .containsExactly(
            "bold[a b c d]", "italic[b c]", "strikethrough[c]", "underline[d]", "spoiler[e]");
  }

  @Test
  void tellsUnderlineFromItalicByItsEnd() {
    assertThat(Shown.entities(parsed("___a_ b__"))).containsExactly("underline[a b]", "italic[a]");
  }

  @Test
  void readsQuotesLineByLine() {
    FormattedText text = parsed(">a\n>b\nc\n>d\n>e||\nf");
    assertThat(text.text()).isEqualTo("a\nb\nc\nd\ne\nf");
    assertThat(Shown.entities(text))
        .containsExactly("blockquote[a\nb\n]", "expandable_blockquote[d\ne\n]");
  }

  @Test
  void dividesQuotesByAnEmptyMark() {
    assertThat(Shown.entities(parsed(">a\n**>b")))
        .containsExactly("blockquote[a\n]", "blockquote[b]");
  }

  @Test
  void unescapes() {
    assertThat(parsed("\\_\\*\\[\\]\\(\\)\\~\\`\\>\\#\\+\\-\\=\\|\\{\\}\\.\\!\\\\\\a").text())
        .isEqualTo("_*[]()~`>#+-=|{}.!\\a");
    assertThat(parsed("a\\é").text()).isEqualTo("a\\é");
  }

  @ParameterizedTest
  @ValueSource(strings = {"]", "(", ")", ">", "#", "+", "-", "=", "|", "{", "}", ".", "!"})
  void refusesReservedCharacters(String reserved) {
    assertThat(ParseMarkdownV2.parse("é" + reserved))
        .isEqualTo(
            new Malformed(
                "Character '"
                    + reserved
                    + "' is reserved and must be escaped with the preceding '\\'",
                2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\0',
      value = {
        "a*b => 1 => Can't find end of Bold entity",
        "é_b => 2 => Can't find end of Italic entity",
        "__b => 0 => Can't find end of Underline entity",
        "~b => 0 => Can't find end of Strikethrough entity",
        "||b => 0 => Can't find end of Spoiler entity",
        "`b => 0 => Can't find end of Code entity",
        "```b => 0 => Can't find end of Pre entity",
        "```b c => 0 => Can't find end of PreCode entity",
        "[b => 0 => Can't find end of TextUrl entity",
        "[b](c => 4 => Can't find end of a URL",
        "*a _b* c_ => 8 => Can't find end of Italic entity",
        "![b] => 0 => The entity must contain a tg://emoji or tg://time URL",
        "![b](http://a.example) => 0 => Invalid tg://emoji or tg://time URL specified",
        ">*b => 1 => Can't find end of Bold entity"
      })
  void refusesWhatIsNotClosed(String markup, int offset, String reason) {
    assertThat(ParseMarkdownV2.parse(markup)).isEqualTo(new Malformed(reason, offset));
  }

  @Test
  void refusesMarksThatReachBeyondTheirQuote() {
    assertThat(ParseMarkdownV2.parse(">*a\nb*"))
        .isEqualTo(new Malformed("Can't find end of Bold entity", 1));
  }

  @Test
  void dropsLinksThatTelegramDrops() {
    assertThat(parsed("[x](javascript:y) [z](/relative)").entities()).isEmpty();
  }

  private static FormattedText parsed(String markup) {
    assertThat(ParseMarkdownV2.parse(markup)).isInstanceOf(FormattedText.class);
    FormattedText text = (FormattedText) ParseMarkdownV2.parse(markup);
    NormalFormCheck.check(text);
    return text;
  }
}
