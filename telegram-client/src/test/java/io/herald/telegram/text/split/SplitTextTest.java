package io.herald.telegram.text.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.model.message.Entity;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.Shown;
import io.herald.telegram.text.markdown.ParseMarkdown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTextTest {
  private static final SplitLimits FORTY = new SplitLimits(40, 40, 100, false);

  @Test
  void leavesTextThatFits() {
    FormattedText text = FormattedText.plain("\ud83d\ude00".repeat(4096));
    assertThat(SplitText.split(text, SplitLimits.text(true))).containsExactly(text);
    assertThat(SplitText.split(FormattedText.EMPTY, FORTY)).containsExactly(FormattedText.EMPTY);
  }

  @Test
  void cutsBetweenParagraphsFirst() {
    assertThat(texts("A first paragraph.\n\nAnd a line\nand another that is longer", FORTY))
        .containsExactly("A first paragraph.", "And a line\nand another that is longer");
  }

  @Test
  void cutsBetweenLinesNext() {
    assertThat(texts("A line of text\nand another line\nand then some words", FORTY))
        .containsExactly("A line of text\nand another line", "and then some words");
  }

  @Test
  void cutsBetweenWordsThen() {
    assertThat(texts("words and words and words and words and words", FORTY))
        .containsExactly("words and words and words and words and", "words");
  }

  @Test
  void leavesNoTitleAlone() {
    assertThat(texts("Title\n\nand a paragraph that goes on for so long", FORTY))
        .containsExactly("Title\n\nand a paragraph that goes on for", "so long");
  }

  @Test
  void cutsLongWordsBetweenCharactersAsPeopleSeeThem() {
    String family = "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67";
    assertThat(texts(family.repeat(9), FORTY)).containsExactly(family.repeat(8), family);
    String flag = "\ud83c\udde9\ud83c\uddea";
    assertThat(texts("x" + flag.repeat(20), FORTY)).containsExactly("x" + flag.repeat(19), flag);
    assertThat(texts("xx" + "e\u0301".repeat(20), FORTY))
        .containsExactly("xx" + "e\u0301".repeat(19), "e\u0301");
    String hangul = "\u1100\u1161\u11a8";
    assertThat(texts(hangul.repeat(14), FORTY)).containsExactly(hangul.repeat(13), hangul);
  }

  @Test
  void cutsAnEndlessCharacterBetweenCodePoints() {
    List<String> parts = texts("a" + "\ud83d\udc69\u200d".repeat(60), FORTY);
    assertThat(String.join("", parts)).isEqualTo("a" + "\ud83d\udc69\u200d".repeat(60));
    assertThat(parts).hasSize(4).allMatch(part -> !Character.isLowSurrogate(part.charAt(0)));
  }

  @Test
  void keepsAddressesAndMentionsWhole() {
    String han = "\u4e2d".repeat(30);
    assertThat(texts(han + "https://a.example/path?q=1", FORTY))
        .containsExactly(han, "https://a.example/path?q=1");
    assertThat(texts(han + "@somebody_else\u4e2d", FORTY))
        .containsExactly(han, "@somebody_else\u4e2d");
    assertThat(texts(han + "some.body@mail.example", FORTY))
        .containsExactly(han, "some.body@mail.example");
    assertThat(texts(han + "www.a.example/path", FORTY)).containsExactly(han, "www.a.example/path");
    assertThat(texts("x https://a.example/" + "y".repeat(20), FORTY))
        .containsExactly("x https://a.example/" + "y".repeat(20));
    assertThat(texts("xx https://a.example/" + "y".repeat(20), FORTY))
        .containsExactly("xx", "https://a.example/" + "y".repeat(20));
  }

  @Test
  void keepsLinksWithSpacesInThemWhole() {
    FormattedText text =
        new FormattedText(
            "some words before and the words of a link after",
            List.of(new Entity("text_link", 22, 19, "http://a.example/", null)));
    List<FormattedText> parts = SplitText.split(text, FORTY);
    assertThat(parts)
        .extracting(FormattedText::text)
        .containsExactly("some words before and", "the words of a link after");
    assertThat(Shown.entities(parts.getLast()))
        .containsExactly("text_link[the words of a link] http://a.example/");
  }

  @Test
  void cutsALinkThatIsLongerThanAPart() {
    FormattedText text =
        new FormattedText(
            "before the link " + "word ".repeat(20),
            List.of(new Entity("text_link", 16, 99, "http://a.example/", null)));
    List<FormattedText> parts = SplitText.split(text, FORTY);
    assertThat(parts).extracting(FormattedText::text).first().isEqualTo("before the link");
    assertThat(parts.subList(1, parts.size()))
        .allMatch(part -> part.text().startsWith("word") && part.entities().size() == 1);
  }

  @Test
  void formattingGoesOnInTheNextPart() {
    FormattedText text =
        ParseMarkdown.parse("**bold words that go on and on *and both* for more than a part**");
    List<FormattedText> parts = SplitText.split(text, FORTY);
    assertThat(parts.stream().map(Shown::entities))
        .containsExactly(
            List.of("bold[bold words that go on and on and both]", "italic[and both]"),
            List.of("bold[for more than a part]"));
  }

  @Test
  void codeKeepsItsLanguageAndItsIndent() {
    FormattedText text =
        ParseMarkdown.parse(
            "```java\nwhile (true) {\n    int someName = 1;\n    int other;\n}\n```");
    List<FormattedText> parts = SplitText.split(text, FORTY);
    assertThat(parts.stream().map(Shown::entities))
        .containsExactly(
            List.of("pre[while (true) {\n    int someName = 1;] java"),
            List.of("pre[    int other;\n}] java"));
  }

  @Test
  void marksPartsWithinTheLimit() {
    List<String> parts = texts("word ".repeat(30), new SplitLimits(40, 40, 100, true));
    assertThat(parts).hasSize(5).allMatch(part -> part.length() <= 40);
    assertThat(parts.getFirst()).isEqualTo("word word word word word word word\n[1/5]");
    assertThat(parts.getLast()).endsWith("\n[5/5]");
  }

  @Test
  void leavesRoomForMarksOfManyDigits() {
    List<String> parts = texts("x".repeat(40_000), new SplitLimits(40, 40, 100, true));
    assertThat(parts).hasSizeGreaterThan(1000).allMatch(part -> part.length() <= 40);
    assertThat(parts.getLast()).endsWith("\n[" + parts.size() + "/" + parts.size() + "]");
  }

  @Test
  void theFirstPartMayHaveAnotherLimit() {
    List<String> parts = texts("x".repeat(6000), SplitLimits.captioned(false));
    assertThat(parts).extracting(String::length).containsExactly(1024, 4096, 880);
    assertThat(texts("x".repeat(1024), SplitLimits.captioned(true))).hasSize(1);
  }

  @Test
  void cutsEarlierWhereThereAreTooManyEntities() {
    List<Entity> bold = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      bold.add(EntityType.BOLD.over(3 * i, 3 * i + 1));
    }
    List<FormattedText> parts =
        SplitText.split(new FormattedText("b x".repeat(250), bold), SplitLimits.text(false));
    assertThat(parts).extracting(part -> part.entities().size()).containsExactly(100, 100, 50);
  }

  @Test
  void refusesLimitsThatLeaveNoRoom() {
    assertThatThrownBy(() -> new SplitLimits(31, 40, 100, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SplitLimits(40, 40, 7, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> texts(String text, SplitLimits limits) {
    return SplitText.split(FormattedText.plain(text), limits).stream()
        .map(FormattedText::text)
        .toList();
  }
}
