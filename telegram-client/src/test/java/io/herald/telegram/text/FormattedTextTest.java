package io.herald.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormattedTextTest {

  @Test
  void leavesOrdinaryTextUntouched() {
    String text = "Hello, wörld!\n\u4e2d\u6587 \ud83d\ude00";
    assertThat(FormattedText.plain(text).text()).isSameAs(text);
    assertThat(FormattedText.plain(text).codePoints()).isEqualTo(18);
  }

  @Test
  void trimsBothEndsAndMovesEntities() {
    FormattedText text = of(" \n bold text\n ", EntityType.BOLD.over(0, 7), bold(8, 14));
    assertThat(text.text()).isEqualTo("bold text");
    assertThat(Shown.entities(text)).containsExactly("bold[bold]", "bold[text]");
  }

  @Test
  void keepsTheIndentOfLeadingCode() {
    FormattedText text = of("\n\n  if\n    x", EntityType.PRE.over(1, 12));
    assertThat(text.text()).isEqualTo("  if\n    x");
    assertThat(Shown.entities(text)).containsExactly("pre[  if\n    x]");
  }

  @Test
  void dropsAndReplacesWhatTelegramDoes() {
    FormattedText text = of("a\r\nb\tc\u0000d\u202ee\u0333f", bold(2, 10));
    assertThat(text.text()).isEqualTo("a\nb c def");
    assertThat(Shown.entities(text)).containsExactly("bold[\nb c de]");
  }

  @Test
  void savesTheRingThatTelegramWouldDrop() {
    FormattedText text = of("Blåbær a\u030a x", bold(7, 8));
    assertThat(text.text()).isEqualTo("Blåbær å x");
    assertThat(Shown.entities(text)).containsExactly("bold[å]");
  }

  @Test
  void replacesHalvesOfPairs() {
    assertThat(FormattedText.plain("a\ud83d b\ude00\ud83d\ude00").text())
        .isEqualTo("a\ufffd b\ufffd\ud83d\ude00");
  }

  @Test
  void widensEntitiesToWholeCharacters() {
    FormattedText text = of("x\ud83d\ude00y", bold(2, 3), EntityType.ITALIC.over(0, 2));
    assertThat(Shown.entities(text)).containsExactly("italic[x\ud83d\ude00]", "bold[\ud83d\ude00]");
  }

  @Test
  void cutsEntitiesToTheTextAndDropsEmptyOnes() {
    FormattedText text = of("abc", bold(1, 99), bold(3, 9), bold(1, 1), Entity.of("italic", -5, 6));
    assertThat(Shown.entities(text)).containsExactly("italic[a]", "bold[bc]");
  }

  @Test
  void survivesEntitiesThatAreNoRanges() {
    FormattedText text =
        of(
            "abc",
            Entity.of("bold", 1, Integer.MAX_VALUE),
            Entity.of("code", Integer.MIN_VALUE, -1));
    assertThat(Shown.entities(text)).containsExactly("bold[bc]");
  }

  @Test
  void cutsCrossingStyles() {
    FormattedText text = of("abcdef", bold(0, 4), EntityType.ITALIC.over(2, 6));
    assertThat(Shown.entities(text)).containsExactly("bold[abcd]", "italic[cd]", "italic[ef]");
  }

  @Test
  void joinsTouchingAndOverlappingStyles() {
    assertThat(Shown.entities(of("abcdef", bold(0, 2), bold(2, 4), bold(3, 6))))
        .containsExactly("bold[abcdef]");
  }

  @Test
  void keepsTheOuterOfLinksThatOverlap() {
    FormattedText text = of("abcdef", link(0, 4), EntityType.CODE.over(2, 6), link(1, 2));
    assertThat(Shown.entities(text)).containsExactly("text_link[abcd] http://a.example/");
  }

  @Test
  void cutsStylesAtLinksAndQuotesNotTheOtherWay() {
    FormattedText text = of("abcdef", bold(0, 3), link(2, 5), EntityType.BLOCKQUOTE.over(2, 6));
    assertThat(Shown.entities(text))
        .containsExactly(
            "bold[ab]", "blockquote[cdef]", "text_link[cde] http://a.example/", "bold[c]");
  }

  @Test
  void takesStylesOutOfCode() {
    FormattedText text = of("abcdef", bold(0, 6), EntityType.CODE.over(2, 4));
    assertThat(Shown.entities(text)).containsExactly("bold[ab]", "code[cd]", "bold[ef]");
  }

  @Test
  void cutsStylesAtAQuoteThatHoldsCode() {
    FormattedText text =
        of("abcdef", bold(0, 6), EntityType.BLOCKQUOTE.over(1, 5), EntityType.CODE.over(2, 3));
    assertThat(Shown.entities(text))
        .containsExactly(
            "bold[a]", "blockquote[bcde]", "bold[b]", "code[c]", "bold[de]", "bold[f]");
  }

  @Test
  void quotesDontNest() {
    FormattedText text =
        of("abcdef", EntityType.BLOCKQUOTE.over(0, 6), EntityType.EXPANDABLE_BLOCKQUOTE.over(2, 4));
    assertThat(Shown.entities(text)).containsExactly("blockquote[abcdef]");
  }

  @Test
  void keepsTypesThatAreNotKnownYet() {
    assertThat(Shown.entities(of("abc", Entity.of("hologram", 0, 3))))
        .containsExactly("hologram[abc]");
  }

  @Test
  void knowsWhatTelegramCallsEmpty() {
    assertThat(FormattedText.plain("\u200b\u00a0\u2800 \u3000").isBlank()).isTrue();
    assertThat(FormattedText.EMPTY.isBlank()).isTrue();
    assertThat(FormattedText.plain("\u200b.").isBlank()).isFalse();
  }

  @Test
  void countsBytesForPlacesInMarkup() {
    assertThat(Malformed.at("x", "aé\u4e2d\ud83d\ude00<", 5).offset()).isEqualTo(10);
    assertThat(Malformed.at("No", "a", 1).description()).isEqualTo("No at byte offset 1");
  }

  @Test
  void fallsBackToTheSource() {
    assertThat(new Malformed("x", 0).orPlain("<b>").text()).isEqualTo("<b>");
    FormattedText text = FormattedText.plain("x");
    assertThat(text.orPlain("y")).isSameAs(text);
  }

  private static FormattedText of(String text, Entity... entities) {
    FormattedText formatted = new FormattedText(text, List.of(entities));
    NormalFormCheck.check(formatted);
    return formatted;
  }

  private static Entity bold(int from, int end) {
    return EntityType.BOLD.over(from, end);
  }

  private static Entity link(int from, int end) {
    return new Entity("text_link", from, end - from, "http://a.example/", null);
  }
}
