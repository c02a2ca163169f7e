package io.herald.telegram.text.markup;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.telegram.text.AnyText;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.NormalFormCheck;
import io.herald.telegram.text.Shown;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextFormatTest {

  @Provide
  Arbitrary<String> markups() {
    return AnyText.markups();
  }

  @Property(tries = 500)
  void anyMarkupGivesTextInFormOrAReason(@ForAll("markups") String source) {
    for (TextFormat format : TextFormat.values()) {
      NormalFormCheck.check(format.parseOrPlain(source));
    }
  }

  @Property(tries = 300)
  void anyStringGivesTextInFormOrAReason(@ForAll String source) {
    for (TextFormat format : TextFormat.values()) {
      NormalFormCheck.check(format.parseOrPlain(source));
    }
  }

  @Property(tries = 200)
  void plainTextIsNeverMarkup(@ForAll("markups") String source) {
    assertThat(TextFormat.PLAIN.parse(source)).isEqualTo(FormattedText.plain(source));
  }

  @Test
  void readsEachFormat() {
    assertThat(Shown.entities(TextFormat.MARKDOWN.parseOrPlain("**x**")))
        .containsExactly("bold[x]");
    assertThat(Shown.entities(TextFormat.HTML.parseOrPlain("<b>x</b>"))).containsExactly("bold[x]");
    assertThat(Shown.entities(TextFormat.MARKDOWN_V2.parseOrPlain("*x*")))
        .containsExactly("bold[x]");
    assertThat(Shown.entities(TextFormat.PLAIN.parseOrPlain("*x*"))).isEmpty();
  }

  @Test
  void sendsMalformedMarkupAsItIs() {
    assertThat(TextFormat.HTML.parseOrPlain("1 < 2").text()).isEqualTo("1 < 2");
    assertThat(TextFormat.MARKDOWN_V2.parseOrPlain("1.").text()).isEqualTo("1.");
  }
}
