package io.herald.telegram.text.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.Malformed;
import io.herald.telegram.text.NormalFormCheck;
import io.herald.telegram.text.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseHtmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "<b>x</b> => bold[x]",
        "<strong>x</strong> => bold[x]",
        "<i>x</i> => italic[x]",
        "<em>x</em> => italic[x]",
        "<u>x</u> => underline[x]",
        "<ins>x</ins> => underline[x]",
        "<s>x</s> => strikethrough[x]",
        "<strike>x</strike> => strikethrough[x]",
        "<del>x</del> => strikethrough[x]",
        "<tg-spoiler>x</tg-spoiler> => spoiler[x]",
        "<span class=\"tg-spoiler\">x</span> => spoiler[x]",
        "<span class=tg-spoiler>x</span> => spoiler[x]",
        "<code>x</code> => code[x]",
        "<code class=\"language-java\">x</code> => code[x]",
        "<pre>x</pre> => pre[x]",
        "<pre><code class=\"language-java\">x</code></pre> => pre[x] java",
        "<code class='language-c++'><pre>x</pre></code> => pre[x] c++",
        "<pre><code>x</code></pre> => pre[x]",
        "<blockquote>x</blockquote> => blockquote[x]",
        "<blockquote expandable>x</blockquote> => expandable_blockquote[x]",
        "<blockquote expandable=\"\">x</blockquote> => expandable_blockquote[x]",
        "<a href=\"http://a.example/?b=1&amp;c=2\">x</a> => text_link[x] http://a.example/?b=1&c=2",
        "<a href='A.Example'>x</a> => text_link[x] http://a.example/",
        "<a>a.example</a> => text_link[a.example] http://a.example/",
        "<a href=\"tg://user?id=42\">x</a> => text_mention[x] 42",
        "<a href=\"tg://resolve?domain=b\">x</a> => text_link[x] tg://resolve?domain=b",
        "<tg-emoji emoji-id=\"5368324170671202286\">x</tg-emoji> => custom_emoji[x]"
            + " 5368324170671202286",
        "<tg-time unix=\"1700000000\" format=\"D\">x</tg-time> => date_time[x] 1700000000 D",
        "<B>x</b> => bold[x]",
        "<b >x</b > => bold[x]",
        "<b title=\"y\" other>x</b> => bold[x]",
        "<b>x</> => bold[x]"
      })
  void readsTags(String html, String entity) {
    assertThat(Shown.entities(parsed(html))).containsExactly(entity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "<a href=\"javascript:x\">x</a> => x",
        "<a href=\"/relative\">x</a> => x",
        "<a href=\"http://machine/\">x</a> => x",
        "<b></b>x => x",
        "&lt;&gt;&amp;&quot; => <>&\"",
        "&lt&amp;lt; => <&lt;",
        "&#65;&#x42;&#x1f600; => AB\ud83d\ude00",
        "&nbsp;&apos; => &nbsp;&apos;",
        "&#0;&#x110000;&#; => &#0;&#x110000;&#;",
        "a & b > c => a & b > c",
        "&#00000000065; => &#00000000065;"
      })
  void readsText(String html, String text) {
    assertThat(parsed(html).text()).isEqualTo(text);
    assertThat(parsed(html).entities()).isEmpty();
  }

  @Test
  void nests() {
    FormattedText text =
        parsed("<b>a<i>b<s>c</s></i></b> <blockquote>d<code>e</code></blockquote>");
    assertThat(text.text()).isEqualTo("abc de");
    assertThat(Shown.entities(text))
        .containsExactly(
            "bold[abc]", "italic[bc]", "strikethrough[c]", "blockquote[de]", "code[e]");
  }

  @Test
  void countsUtf16Units() {
    assertThat(parsed("\ud83d\ude00<b>é</b>").entities().getFirst().offset()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\0',
      value = {
        "é<h1>x</h1> => 2 => Unsupported start tag \"h1\"",
        "a<br/> => 1 => Unsupported start tag \"br/\"",
        "a < b => 2 => Unsupported start tag \"\"",
        "a <b => 2 => Unclosed start tag",
        "<b>x => 0 => Can't find end tag corresponding to start tag \"b\"",
        "x</b> => 1 => Unexpected end tag",
        "<b>x</i> => 4 => Unmatched end tag, expected \"</b>\", found \"</i>\"",
        "<b><i>x</b></i> => 7 => Unmatched end tag, expected \"</i>\", found \"</b>\"",
        "<b>x</b => 4 => Unclosed end tag",
        "<span>x</span> => 0 => Tag \"span\" must have class \"tg-spoiler\"",
        "<span class=\"red\">x</span> => 0 => Tag \"span\" must have class \"tg-spoiler\"",
        "<a href=http://a.example>x</a> => 8 => Unexpected end of name token",
        "<a href=\"http://a.example>x</a> => 0 => Unclosed start tag \"a\"",
        "<a =\"x\">x</a> => 0 => Empty attribute name in the tag \"a\"",
        "<b/>x => 0 => Unsupported start tag \"b/\"",
        "<tg-emoji emoji-id=\"x\">x</tg-emoji> => 0 => Invalid custom emoji identifier specified",
        "a&#xd83d;&#xde00; => 1 => Text contains half of a surrogate pair after decoding HTML"
            + " entities"
      })
  void refusesWhatTelegramRefuses(String html, int offset, String reason) {
    assertThat(ParseHtml.parse(html)).isEqualTo(new Malformed(reason, offset));
  }

  @Test
  void quotesLittleOfTheSource() {
    Malformed malformed = (Malformed) ParseHtml.parse("<" + "x".repeat(1000) + ">");
    assertThat(malformed.reason()).hasSizeLessThan(100);
  }

  private static FormattedText parsed(String html) {
    assertThat(ParseHtml.parse(html)).isInstanceOf(FormattedText.class);
    FormattedText text = (FormattedText) ParseHtml.parse(html);
    NormalFormCheck.check(text);
    return text;
  }
}
