package io.herald.emulator.formatting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MarkupPropertyTest {
  private static final String[] PIECES = {
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=\"",
    "\">",
    "</a>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<blockquote expandable>",
    "</blockquote>",
    "<span class=tg-spoiler>",
    "</span>",
    "&lt;",
    "&#",
    "&#xd800;",
    "&amp",
    "*",
    "_",
    "__",
    "~",
    "||",
    "`",
    "```",
    "[",
    "](",
    ")",
    "![",
    ">",
    "\\",
    "\n",
    "\r",
    " ",
    "a",
    "é",
    "😀",
    "tg://user?id=1",
    "http://e.org",
    "@ann",
    "/go",
    "<",
    "=",
    "\"",
    "."
  };

  @Property(tries = 3_000)
  void neverThrowsAndStaysInsideTheText(
      @ForAll("markup") String markup, @ForAll("modes") String mode) {
    FormattedText read;
    try {
      read = ReadFormattedText.read(markup, mode, null);
    } catch (FormattingRefusal refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return;
    }
    for (TextEntity entity : read.entities()) {
      assertThat(entity.offset()).isNotNegative();
      assertThat(entity.length()).isPositive();
      assertThat(entity.end()).isLessThanOrEqualTo(read.text().length());
      assertThat(isInsidePair(read.text(), entity.offset())).isFalse();
      assertThat(isInsidePair(read.text(), entity.end())).isFalse();
    }
    assertThat(read.entities()).hasSizeLessThanOrEqualTo(100).isSortedAccordingTo(TextEntity.ORDER);
    assertNested(read);
  }

  private static void assertNested(FormattedText text) {
    for (TextEntity one : text.entities()) {
      for (TextEntity other : text.entities()) {
        boolean nested = one.contains(other) || other.contains(one);
        assertThat(!one.intersects(other) || nested).as("%s %s", one, other).isTrue();
      }
    }
  }

  private static boolean isInsidePair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> modes() {
    return Arbitraries.of("HTML", "MarkdownV2", "Markdown", "");
  }
}
