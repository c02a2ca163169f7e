package io.herald.telegram.text.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.NormalFormCheck;
import io.herald.telegram.text.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseMarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "**x** => bold[x]",
        "__x__ => bold[x]",
        "*x* => italic[x]",
        "_x_ => italic[x]",
        "~~x~~ => strikethrough[x]",
        "||x|| => spoiler[x]",
        "`x` => code[x]",
        "# x => bold[x]",
        "###### x => bold[x]",
        "> x => blockquote[x]",
        "[x](http://a.example/b) => text_link[x] http://a.example/b",
        "[x](tg://user?id=42) => text_mention[x] 42",
        "[`x`](http://a.example/b) => text_link[x] http://a.example/b",
        "[](http://a.example/b) => text_link[http://a.example/b] http://a.example/b",
        "<http://a.example/b> => text_link[http://a.example/b] http://a.example/b",
        "![alt](http://a.example/b.png) => text_link[alt] http://a.example/b.png",
        "[![alt](http://i.example)](http://a.example/b) => text_link[alt] http://a.example/b"
      })
  void readsMarks(String markup, String entity) {
    assertThat(Shown.entities(parsed(markup))).containsExactly(entity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a * b ** c",
        "snake_case_name",
        "1 < 2 && 3 > 2",
        "<b>html</b>",
        "~one~",
        "a | b || c",
        "[not a link]",
        "*open",
        "`open",
        "#hashtag",
        "1.2.3",
        "-5 degrees"
      })
  void leavesTextThatIsNoMarkup(String text) {
    assertThat(parsed(text)).isEqualTo(FormattedText.plain(text));
  }

  @Test
  void nestsAndCrosses() {
    assertThat(Shown.entities(parsed("**a *b* ||c `d`||** e")))
        .containsExactly("bold[a b c ]", "italic[b]", "spoiler[c ]", "code[d]");
  }

  @Test
  void keepsLineBreaks() {
    assertThat(parsed("soft\nhard  \nslash\\\nbr<br>end").text())
        .isEqualTo("soft\nhard\nslash\nbr\nend");
  }

  @Test
  void writesParagraphsAndHeadings() {
    assertThat(parsed("# Title\ntext\n\n\n\nmore\n***\nend").text())
        .isEqualTo("Title\n\ntext\n\nmore\n\n———\n\nend");
  }

  @Test
  void writesLists() {
    String markup =
        """
        * one
        * two
          goes on
          1. first
          2. second
             - deep
        * three
        """;
    assertThat(parsed(markup).text())
        .isEqualTo(
            """
            • one
            • two
              goes on
              1. first
              2. second
                 ◦ deep
            • three\
            """);
  }

  @Test
  void writesLooseListsAndTheirNumbers() {
    assertThat(parsed("7) a\n\n8) b\n\n   c").text()).isEqualTo("7) a\n\n8) b\n\n   c");
  }

  @Test
  void writesTasks() {
    assertThat(parsed("- [ ] open\n- [x] done\n- plain").text())
        .isEqualTo("☐ open\n☑ done\n• plain");
  }

  @Test
  void writesQuotesWithBlocksInThem() {
    FormattedText text = parsed("> a\n> - b\n>\n> > c\n\nd");
    assertThat(text.text()).isEqualTo("a\n\n• b\n\nc\n\nd");
    assertThat(Shown.entities(text)).containsExactly("blockquote[a\n\n• b\n\nc]");
  }

  @Test
  void writesCode() {
    assertThat(Shown.entities(parsed("x\n\n```java title\n\tint i;\n\n  j\n```\ny")))
        .containsExactly("pre[    int i;\n\n  j] java");
    assertThat(Shown.entities(parsed("x\n\n    a\n      b"))).containsExactly("pre[a\n  b]");
    assertThat(Shown.entities(parsed("- x\n\n  ```\n  a\n  ```"))).containsExactly("pre[a]");
  }

  @Test
  void writesTablesWithTheirColumnsInLine() {
    String markup =
        """
        | Name | Count | Mid |
        |:-----|------:|:---:|
        | **a** | 12 | x |
        | longer \\| b | 3 | [l](http://x.example) |
        | 漢字 | | |
        """;
    FormattedText text = parsed(markup);
    assertThat(text.text())
        .isEqualTo(
            """
            Name       | Count | Mid
            -----------|-------|----
            a          |    12 |  x
            longer | b |     3 |  l
            漢字       |       |\
            """);
    assertThat(text.entities()).hasSize(1);
    assertThat(text.entities().getFirst().type()).isEqualTo("pre");
  }

  @Test
  void writesOutAddressesThatTelegramDoesNotLink() {
    assertThat(parsed("[doc](/docs/x) [mail](mailto:a@b.example) <a@b.example>").text())
        .isEqualTo("doc (/docs/x) mail (mailto:a@b.example) a@b.example");
    assertThat(parsed("![](pic.png)").text()).isEqualTo("pic.png");
  }

  @Test
  void showsHtmlAsItIs() {
    assertThat(parsed("<div>\n**x**\n</div>\n\n<u>y</u> &amp; z").text())
        .isEqualTo("<div>\n**x**\n</div>\n\n<u>y</u> & z");
  }

  @Test
  void resolvesReferences() {
    assertThat(Shown.entities(parsed("[x][a]\n\n[a]: http://a.example/b")))
        .containsExactly("text_link[x] http://a.example/b");
  }

  @Test
  void takesAVeryLongTextAsItIs() {
    String text = "**x** ".repeat(ParseMarkdown.LONGEST / 6 + 1).strip();
    assertThat(ParseMarkdown.parse(text)).isEqualTo(FormattedText.plain(text));
  }

  @Test
  void showsATableThatIsTooLargeAsText() {
    String text = "|a".repeat(400) + "\n" + "|-".repeat(400) + "\n" + "x\n".repeat(1000).strip();
    assertThat(parsed(text).text()).isEqualTo(text);
  }

  private static FormattedText parsed(String markup) {
    FormattedText text = ParseMarkdown.parse(markup);
    NormalFormCheck.check(text);
    return text;
  }
}
