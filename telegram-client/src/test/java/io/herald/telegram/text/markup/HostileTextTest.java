package io.herald.telegram.text.markup;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Entity;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.markdown.ParseMarkdown;
import io.herald.telegram.text.split.SplitLimits;
import io.herald.telegram.text.split.SplitText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts that are made to be slow or to break a stack. Each takes a fraction of a second where time
 * is linear, and minutes where it is quadratic: hence the generous timeouts.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileTextTest {
  private static final int LENGTH = ParseMarkdown.LONGEST / 2;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "]",
        "[](",
        "[a](b \"",
        "[a](<b",
        "![",
        "![](a)",
        "[[a]",
        "*",
        "**a ",
        "*a_ ",
        "_",
        "__",
        "~",
        "~~a",
        "||",
        "|",
        "||a",
        "`",
        "`a``b```",
        "```\n",
        "\\",
        "&",
        "&lt",
        "&#x",
        "<",
        "<b>",
        "<a>",
        "<a>x",
        "<a b=\"",
        "<!--",
        "<b></b>",
        "</",
        "<i><b>x</i>",
        ">",
        "> ",
        "- ",
        "* ",
        "1. ",
        "- a\n",
        "-\n\n",
        "# ",
        "    a\n",
        "|a|b|\n|-|-|\n",
        "|-",
        "a|",
        "[a]: b\n",
        "\n",
        " ",
        "\u0000",
        "\ud800",
        "\udc00",
        "\u202e",
        "\u200d",
        "\u0301",
        "\u030a",
        "\ud83c\udde9",
        "\u1100",
        "\ud83d\udc69\u200d",
        "a.",
        "a@",
        "://",
        "http://",
        "#",
        ":",
        "\ud83d\ude00",
        "\r\n",
        "\t",
        "e\u0301 ",
        " \u0301",
        "\n>x||\n"
      })
  void staysLinear(String seed) {
    parseAndSplit(seed.repeat(LENGTH / seed.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>|</b>",
        "<i><b>|</b></i>",
        "<a>|</a>",
        "[|]",
        "> |\n",
        "- |\n",
        "![|](a)",
        "*a | b*",
        "*|*"
      })
  void survivesDeepNesting(String nested) {
    String[] sides = nested.split("\\|");
    int depth = LENGTH / nested.length() - 1;
    parseAndSplit(sides[0].repeat(depth) + "x" + sides[1].repeat(depth));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "<b>x</b>", "*x*", "a. ", " \u0301", "https://a.example/", "\ud83c\udde9"})
  void staysLinearBeyondWhatMarkdownReads(String seed) {
    parseAndSplit(seed.repeat((1 << 20) / seed.length()));
  }

  @Test
  void survivesATableOfEmptyCells() {
    String table = "|a".repeat(5000) + "\n" + "|-".repeat(5000) + "\n" + "x\n".repeat(100_000);
    assertThat(ParseMarkdown.parse(table).text()).hasSizeLessThan(3 * table.length());
  }

  @Test
  void survivesOneWideCell() {
    String table = "|a|b|\n|-|-|\n|" + "w".repeat(10_000) + "|x|\n" + "|a|b|\n".repeat(10_000);
    assertThat(ParseMarkdown.parse(table).text()).hasSizeLessThan(20 * table.length());
  }

  @Test
  void survivesManyEntities() {
    String text = "x ".repeat(LENGTH / 2);
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i + 40 < text.length(); i++) {
      entities.add(EntityType.values()[i % EntityType.values().length].over(i, i + 2 + i % 31));
    }
    split(new FormattedText(text, entities));
  }

  @Test
  void survivesEntitiesOnEntities() {
    String text = "x".repeat(1000);
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      entities.add(EntityType.values()[i % 20].over(i % 500, 1000 - i % 499));
    }
    split(new FormattedText(text, entities));
  }

  private static void parseAndSplit(String source) {
    split(FormattedText.plain(source));
    for (TextFormat format :
        List.of(TextFormat.MARKDOWN, TextFormat.HTML, TextFormat.MARKDOWN_V2)) {
      if (format.parse(source) instanceof FormattedText text) {
        split(text);
      }
    }
  }

  private static void split(FormattedText text) {
    for (FormattedText part : SplitText.split(text, SplitLimits.text(true))) {
      assertThat(part.codePoints()).isBetween(0, SplitLimits.TEXT);
      assertThat(part.entities()).hasSizeLessThanOrEqualTo(SplitLimits.ENTITIES);
    }
  }
}
